package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth rename}. */
@Command(
        name = "rename",
        description = "Give a pet another name, whether it runs or not.",
        footer = {"", "Examples:", "  hearth rename debian-12 dev"})
public final class RenameCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;

    @Parameters(index = "0", paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its new name.")
    private PetName name;

    public RenameCommand(Supplier<Pets> pets, ConsoleNarrator narrator) {
        this.pets = pets;
        this.narrator = narrator;
    }

    @Override
    public void run() {
        pets.get().rename(pet, name, narrator);
        narrator.confirm("The pet '%s' is now '%s'".formatted(pet, name));
    }
}
