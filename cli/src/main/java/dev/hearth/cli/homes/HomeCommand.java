package dev.hearth.cli.homes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearth home}, which only has commands of its own. */
@Command(
        name = "home",
        description = "Show, take over or drop what a pet with --home=overlay wrote to your home.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Such a pet reads your home, also what is secret in it, and cannot change it.",
            "",
            "Examples:",
            "  hearth home diff try",
            "  hearth home merge try .config/app",
            "  hearth home discard try"
        })
public final class HomeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with what a pet wrote is missing");
    }
}
