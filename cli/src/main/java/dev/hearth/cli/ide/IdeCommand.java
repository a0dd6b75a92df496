package dev.hearth.cli.ide;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearth ide}, which only has commands of its own. */
@Command(
        name = "ide",
        description = "Tell terminals, editors and SSH where your pets are.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each shows what it is going to do, asks before it changes a file of yours, and takes all of it",
            "back with --remove. What it wrote follows when a pet is renamed or removed.",
            "",
            "Examples:",
            "  hearth ide ssh dev",
            "  hearth ide terminal --for=kitty dev",
            "  hearth ide vscode dev ~/src/project",
            "  hearth ide devcontainer dev ~/src/project",
            "  hearth ide toolchain dev ~/src/project",
            "  hearth ide emacs"
        })
public final class IdeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to tell where pets are is missing");
    }
}
