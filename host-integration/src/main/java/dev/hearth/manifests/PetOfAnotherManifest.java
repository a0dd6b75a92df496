package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.PetName;
import java.nio.file.Path;

/** Two manifests declare one pet. */
public final class PetOfAnotherManifest extends Failure.Conflict {
    PetOfAnotherManifest(PetName pet, Path other) {
        super(
                "The pet '%s' was made by '%s'".formatted(pet, Printable.line(other.toString())),
                "Give the pet another name in one of the two files.");
    }
}
