package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet that runs could not be asked for something. */
public final class PetSilent extends Failure.ToolFailed {
    PetSilent(PetName name, String said) {
        super(
                "The pet '%s' did not answer: %s".formatted(name, said),
                "`hearth restart %s` sets it up anew.".formatted(name));
    }
}
