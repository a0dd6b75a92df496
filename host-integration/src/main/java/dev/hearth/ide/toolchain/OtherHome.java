package dev.hearth.ide.toolchain;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** A pet, and an IDE on the host, do not see each other's files. */
public final class OtherHome extends Failure.Conflict {
    public OtherHome(PetName pet) {
        super(
                "The pet '%s' does not share your home, so its tools are of no use to an IDE on the host"
                        .formatted(pet),
                "Use a pet that shares it, or run the IDE in this one.");
    }
}
