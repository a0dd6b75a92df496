package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** The name for a new pet is taken. */
public final class PetExists extends Failure.Conflict {
    private PetExists(String message, String hint) {
        super(message, hint);
    }

    static PetExists pet(PetName name) {
        return new PetExists(
                "A pet named '" + name + "' exists already",
                "Enter it with `hearth enter " + name + "`, or give the new one another name.");
    }

    static PetExists container(PetName name) {
        return new PetExists(
                "A container that is not yours, or not a pet, has the name '" + name + "'",
                "Give the pet another name.");
    }
}
