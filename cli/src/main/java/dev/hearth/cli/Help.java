package dev.hearth.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code hearth help}. */
@Command(
        name = "help",
        description = "Show the help of a command.",
        footer = {"", "Examples:", "  hearth help", "  hearth help create"})
final class Help implements Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command.")
    private List<String> path = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (var name : path) {
            var next = command.getSubcommands().get(name);
            if (next == null) {
                throw new UnmatchedArgumentException(command, List.of(name));
            }
            command = next;
        }
        command.usage(spec.commandLine().getOut());
    }
}
