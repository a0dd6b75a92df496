package dev.hearth.cli.os;

import dev.hearth.os.Change;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os override reset}. */
@Command(
        name = "reset",
        description = "Have packages of the base as it brings them.",
        footer = {"", "Examples:", "  hearth os override reset firefox", "  hearth os override reset --all"})
public final class OverrideResetCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "PACKAGE", arity = "0..*", description = "Names of packages.")
    private List<String> packages = List.of();

    @Option(names = "--all", description = "All that is overridden.")
    private boolean all;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public OverrideResetCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        if (all == !packages.isEmpty()) {
            throw new NothingNamed("packages", "Name packages, or all by `--all`.");
        }
        changes.make(new Change.ResetOverrides(packages), options, boot);
    }
}
