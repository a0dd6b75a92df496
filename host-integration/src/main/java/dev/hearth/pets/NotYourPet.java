package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A container is no pet, or another user's. */
public final class NotYourPet extends Failure.Denied {
    private NotYourPet(String message, String hint) {
        super(message, hint);
    }

    static NotYourPet plainContainer(PetName name) {
        return new NotYourPet("The container '" + name + "' is not a pet", "Use the engine's own commands on it.");
    }

    static NotYourPet ofAnother(PetName name, long owner) {
        return new NotYourPet(
                "The pet '" + name + "' belongs to the user with id " + owner, "Only they can use it with hearth.");
    }
}
