package dev.hearth.cli.os;

import dev.hearth.os.Change;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os override remove}. */
@Command(
        name = "remove",
        description = "Hide packages of the base.",
        footer = {"", "Examples:", "  hearth os override remove firefox"})
public final class OverrideRemoveCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", description = "Names of packages.")
    private List<String> packages = List.of();

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public OverrideRemoveCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Overrides(packages, List.of()), options, boot);
    }
}
