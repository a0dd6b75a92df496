package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os apply-live}. */
@Command(
        name = "apply-live",
        description = "Have packages that the next boot brings at once, in what runs.",
        footer = {
            "",
            "Only what comes in addition is added, until the next boot, which has it for good. Where something that",
            "is here would be replaced or go, nothing is done: that takes a boot.",
            "",
            "Examples:",
            "  hearth os install htop",
            "  hearth os apply-live"
        })
public final class ApplyLiveCommand implements Runnable {
    private final Changes changes;

    @Mixin
    private ChangeOptions options;

    public ApplyLiveCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.ApplyLive(), options);
    }
}
