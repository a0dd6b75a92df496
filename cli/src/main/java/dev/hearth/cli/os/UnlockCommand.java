package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os unlock}. */
@Command(
        name = "unlock",
        description = "Make /usr of what runs writable, until the next boot.",
        footer = {"", "Examples:", "  hearth os unlock", "  hearth os unlock --hotfix"})
public final class UnlockCommand implements Runnable {
    private final Changes changes;

    @Option(names = "--hotfix", description = "For as long as this deployment is there, reboots included.")
    private boolean hotfix;

    @Mixin
    private ChangeOptions options;

    public UnlockCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Unlock(hotfix), options);
    }
}
