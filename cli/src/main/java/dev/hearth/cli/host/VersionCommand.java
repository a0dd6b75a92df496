package dev.hearth.cli.host;

import dev.hearth.cli.output.Output;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearth version}. */
@Command(
        name = "version",
        description = "Show the version.",
        footer = {"", "Examples:", "  hearth version"})
public final class VersionCommand implements Runnable {
    private final Output output;

    @Spec
    private CommandSpec spec;

    public VersionCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        output.lines(List.of(spec.root().version()));
    }
}
