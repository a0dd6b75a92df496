package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** The packages of a pet are being changed, by a command whose hearth is gone. */
public final class PackagesChanging extends Failure.Conflict {
    public PackagesChanging(PetName name) {
        super(
                "The pet '" + name + "' still changes its packages for a command that was interrupted",
                "Wait for it to end, or stop the pet with `hearth stop " + name + "`: what it was is saved.");
    }
}
