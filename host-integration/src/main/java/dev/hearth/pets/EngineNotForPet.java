package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet that is to be kept from the user's home was to have an engine, which reaches all of it. */
public final class EngineNotForPet extends Failure.Invalid {
    EngineNotForPet(Home home) {
        super(
                "A pet with --home=" + home.text() + " cannot have --with-engine",
                "An engine shows any directory to what it runs, so that nothing would be kept apart.");
    }
}
