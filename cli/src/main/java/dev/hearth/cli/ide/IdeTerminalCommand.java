package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.host.Environment;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.terminal.KnownTerminals;
import dev.hearth.ide.terminal.TerminalName;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth ide terminal}. */
@Command(
        name = "terminal",
        description = "Give a pet a profile, or a command, in your terminal.",
        footer = {
            "",
            "TERMINAL is auto (the one that this runs in), foot, gnome-terminal, kitty, konsole, ptyxis,",
            "tmux, wezterm or windows-terminal.",
            "",
            "Examples:",
            "  hearth ide terminal dev",
            "  hearth ide terminal --for=kitty dev --dry-run",
            "  hearth ide terminal --for=tmux dev --remove"
        })
public final class IdeTerminalCommand implements Runnable {
    private static final String AUTO = "auto";

    private final Supplier<KnownTerminals> terminals;
    private final Supplier<HearthCall> call;
    private final PetSelection selection;
    private final Environment environment;
    private final IdePlans plans;

    @Mixin
    private IdePet pet;

    @Option(names = "--for", paramLabel = "TERMINAL", defaultValue = AUTO, description = "The terminal.")
    private String terminal = AUTO;

    @Mixin
    private IdeOptions options;

    /**
     * Makes the command.
     *
     * @param call how terminals are to call hearth
     * @param environment which tells what terminal hearth runs in
     */
    public IdeTerminalCommand(
            Supplier<KnownTerminals> terminals,
            Supplier<HearthCall> call,
            PetSelection selection,
            Environment environment,
            IdePlans plans) {
        this.terminals = terminals;
        this.call = call;
        this.selection = selection;
        this.environment = environment;
        this.plans = plans;
    }

    @Override
    public void run() {
        var name = terminal.equals(AUTO) ? TerminalName.of(environment) : TerminalName.parse(terminal);
        var tool = terminals.get().of(name);
        plans.run(tool, options, pet.meant(options, selection), known -> tool.setUp(known, call.get()));
    }
}
