package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** What a pet wrote to its home was to change while the pet runs on it. */
public final class HomeInUse extends Failure.Conflict {
    HomeInUse(PetName name) {
        super(
                "The pet '" + name + "' is running, and what it wrote must not change under it",
                "Stop it with `hearth stop " + name + "` first.");
    }
}
