package dev.hearth.cli;

import dev.hearth.cli.output.Colors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, with the options that all commands have. */
@Command(
        name = "hearth",
        description = "Pet containers beside an immutable base OS: your home, your tools, no layering.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  hearth enter                 a shell in your pet, which is made when there is none",
            "  hearth run -c dev make       run one command in the pet 'dev'",
            "  hearth COMMAND --help        what a command does, with examples"
        })
final class Root implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Answer every question with yes.")
    private boolean yes;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show each step and engine call with its time.")
    private boolean verbose;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            scope = ScopeType.INHERIT,
            description = "Use docker, podman, or the engine at unix://SOCKET.")
    private @Nullable String engine;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Use colours: auto, always or never.")
    private Colors.Choice color = Colors.Choice.AUTO;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    boolean yes() {
        return yes;
    }

    boolean verbose() {
        return verbose;
    }

    Optional<String> engine() {
        return Optional.ofNullable(engine);
    }

    Colors.Choice color() {
        return color;
    }
}
