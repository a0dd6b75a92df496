package dev.hearth.cli.pets;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth ephemeral}. */
@Command(
        name = "ephemeral",
        description = "Make a pet, run a command or a shell in it, and remove it.",
        footer = {
            "",
            "Examples:",
            "  hearth ephemeral",
            "  hearth ephemeral --distro=fedora --package=gcc gcc --version"
        })
public final class EphemeralCommand implements Callable<Integer>, RunsInPet {
    private final Ephemeral ephemeral;
    private final Supplier<Settings> settings;
    private final Environment callers;

    @Mixin
    private CreateOptions options;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command with its arguments; else a shell.")
    private List<String> command = List.of();

    public EphemeralCommand(Ephemeral ephemeral, Supplier<Settings> settings, Environment callers) {
        this.ephemeral = ephemeral;
        this.settings = settings;
        this.callers = callers;
    }

    @Override
    public Integer call() {
        return ephemeral.run(name -> options.request(name, settings.get(), callers), null, command);
    }
}
