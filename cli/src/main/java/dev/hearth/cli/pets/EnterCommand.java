package dev.hearth.cli.pets;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth enter}. */
@Command(
        name = "enter",
        description = "Open a shell in a pet, which is started, or made, when it must be.",
        footer = {
            "",
            "Without a name it is the pet that a .hearth file here or above names, the default pet, or the",
            "only one. The options for new pets count only if the pet must be made; a default pet that is lost",
            "is not made anew.",
            "",
            "Examples:",
            "  hearth enter",
            "  hearth enter web",
            "  hearth enter --rm --distro=fedora"
        })
public final class EnterCommand implements Callable<Integer>, RunsInPet {
    private final Entry entry;
    private final Ephemeral ephemeral;
    private final Departure departure;
    private final Supplier<Settings> settings;
    private final Environment callers;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet to enter.")
    private @Nullable PetName pet;

    @Option(names = "--rm", description = "Enter a new pet, and remove it at the end.")
    private boolean remove;

    @Mixin
    private CreateOptions options;

    public EnterCommand(
            Entry entry, Ephemeral ephemeral, Departure departure, Supplier<Settings> settings, Environment callers) {
        this.entry = entry;
        this.ephemeral = ephemeral;
        this.departure = departure;
        this.settings = settings;
        this.callers = callers;
    }

    @Override
    public Integer call() {
        if (remove) {
            return ephemeral.run(name -> options.request(name, settings.get(), callers), pet, List.of());
        }
        return departure.leave(entry.open(pet, name -> options.request(name, settings.get(), callers), List.of()));
    }
}
