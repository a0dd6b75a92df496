package dev.hearth.cli.os;

import dev.hearth.os.Change;
import dev.hearth.os.Change.Leftover;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os cleanup}. */
@Command(
        name = "cleanup",
        description = "Remove what nothing needs, and deployments that are not to be booted.",
        footer = {
            "",
            "Without options, what no deployment needs is removed.",
            "",
            "Examples:",
            "  hearth os cleanup",
            "  hearth os cleanup --pending"
        })
public final class CleanupCommand implements Runnable {
    private final Changes changes;

    @Option(
            names = {"-p", "--pending"},
            description = "Drop the deployment that boots next but never ran.")
    private boolean pending;

    @Option(
            names = {"-r", "--rollback"},
            description = "Drop the deployment that a rollback would return to.")
    private boolean rollback;

    @Option(
            names = {"-b", "--temporary"},
            description = "Remove what no deployment needs.")
    private boolean temporary;

    @Option(
            names = {"-m", "--metadata"},
            description = "Remove package lists and downloaded packages.")
    private boolean metadata;

    @Mixin
    private ChangeOptions options;

    public CleanupCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Cleanup(what()), options);
    }

    private Set<Leftover> what() {
        var what = EnumSet.noneOf(Leftover.class);
        if (pending) {
            what.add(Leftover.PENDING);
        }
        if (rollback) {
            what.add(Leftover.ROLLBACK);
        }
        if (temporary || what.isEmpty()) {
            what.add(Leftover.TEMPORARY);
        }
        if (metadata) {
            what.add(Leftover.METADATA);
        }
        return what;
    }
}
