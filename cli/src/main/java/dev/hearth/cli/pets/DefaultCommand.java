package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.pets.PetChoice;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth default}. */
@Command(
        name = "default",
        description = "Show or choose the pet that commands mean when they name none.",
        footer = {
            "",
            "A .hearth file with a pet's name, in the directory or above it, outranks the default, once you",
            "have allowed it (`hearth trust`).",
            "",
            "Examples:",
            "  hearth default",
            "  hearth default dev",
            "  hearth default --unset"
        })
public final class DefaultCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetChoice choice;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet to make the default.")
    private @Nullable PetName pet;

    @Option(names = "--unset", description = "Have no default.")
    private boolean unset;

    public DefaultCommand(
            Supplier<Pets> pets, PetChoice choice, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.choice = choice;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        if (unset && pet != null) {
            throw ConflictingOptions.defaultAndNone();
        }
        if (unset) {
            choice.forget();
        } else if (pet == null) {
            output.lines(selection.preferred().map(PetName::value).map(List::of).orElse(List.of()));
        } else {
            var name = pets.get().get(pet).name();
            choice.prefer(name);
            narrator.confirm("The pet '%s' is the default".formatted(name));
        }
    }
}
