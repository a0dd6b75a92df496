package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet runs and was to be removed. */
public final class PetIsRunning extends Failure.Conflict {
    public PetIsRunning(PetName name) {
        super("The pet '" + name + "' is running", "Stop it with `hearth stop " + name + "`, or add `--force`.");
    }
}
