package dev.hearth.cli.os;

import dev.hearth.os.Change;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os override replace}. */
@Command(
        name = "replace",
        description = "Put packages from files in the place of those of the base.",
        footer = {"", "Examples:", "  hearth os override replace ./kernel-6.12.rpm"})
public final class OverrideReplaceCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of packages.")
    private List<Path> files = List.of();

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public OverrideReplaceCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Overrides(List.of(), files), options, boot);
    }
}
