package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os rollback}. */
@Command(
        name = "rollback",
        description = "Boot the older deployment next.",
        footer = {
            "",
            "The older deployment has the configuration that it was left with: what was changed in /etc since is",
            "shown first, and is there again after another rollback.",
            "",
            "Examples:",
            "  hearth os rollback --dry-run",
            "  hearth os rollback",
            "  hearth os rollback --etc=merged"
        })
public final class RollbackCommand implements Runnable {
    private final Changes changes;

    @Option(
            names = "--etc",
            paramLabel = "ETC",
            defaultValue = "old",
            description = "Boot it with its own configuration (old), that of now (current), or both merged.")
    private Change.Configuration etc = Change.Configuration.OLD;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public RollbackCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Rollback(etc), options, boot);
    }
}
