package dev.hearth.cli.os;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearth os override}, which only has commands of its own. */
@Command(
        name = "override",
        description = "Hide packages of the base, or put others in their place.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  hearth os override remove firefox", "  hearth os override reset --all"})
public final class OverrideCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with packages of the base is missing");
    }
}
