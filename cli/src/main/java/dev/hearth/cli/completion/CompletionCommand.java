package dev.hearth.cli.completion;

import dev.hearth.cli.output.Output;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth completion}. */
@Command(
        name = "completion",
        description = "Print the script that completes hearth's command lines in a shell.",
        footer = {
            "",
            "Examples:",
            "  hearth completion bash > ~/.local/share/bash-completion/completions/hearth",
            "  hearth completion zsh > ~/.zfunc/_hearth",
            "  hearth completion fish > ~/.config/fish/completions/hearth.fish"
        })
public final class CompletionCommand implements Runnable {
    private final Supplier<CommandLine> program;
    private final Output output;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell;

    /** Prints scripts for the program with all its commands. */
    public CompletionCommand(Supplier<CommandLine> program, Output output) {
        this.program = program;
        this.output = output;
    }

    @Override
    public void run() {
        output.lines(shell.script(Grammar.of(program.get())));
    }
}
