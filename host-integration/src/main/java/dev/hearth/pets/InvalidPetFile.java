package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file that is to name the pet of its directory does not. */
public final class InvalidPetFile extends Failure.Invalid {
    public InvalidPetFile(Path file) {
        super(
                "The first line of '" + file + "' is not a pet's name",
                "Write the name of the directory's pet there, or remove the file.");
    }
}
