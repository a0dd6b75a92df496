package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet has no writes to the home that are kept apart from it. */
public final class NoOverlay extends Failure.Conflict {
    NoOverlay(PetName name, Home home) {
        super(
                "The pet '" + name + "' has --home=" + home.text() + ", so nothing it writes is kept apart from a home",
                "Only pets with `--home=overlay` have what could be merged or discarded.");
    }
}
