package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** What is to be layered is not there to be taken. */
public final class NotInstalled extends Failure.NotFound {
    NotInstalled(PetName pet, String name) {
        super(
                "The pet '%s' has no package '%s'".formatted(pet, name),
                "`hearth install -c %s %s` installs it, to be tried first.".formatted(pet, name));
    }
}
