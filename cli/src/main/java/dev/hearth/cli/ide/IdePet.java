package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.PetName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The pet that a program is told about, where it is told about one. */
public final class IdePet {
    @Parameters(
            index = "0",
            paramLabel = "PET",
            arity = "0..1",
            description = "The pet; else the directory's, the default or the only one.")
    private @Nullable PetName pet;

    /** {@return the pet that is meant; to take something back, it need not be there any more} */
    PetName meant(IdeOptions options, PetSelection selection) {
        return options.remove() && pet != null ? pet : selection.require(pet).name();
    }
}
