package dev.hearth.pets;

import dev.hearth.engine.Container;

/** A pet: its specification and the container that it lives in. */
public record Pet(PetName name, PetSpec spec, Container container) {
    /** {@return whether it runs} */
    public boolean isRunning() {
        return container.isRunning();
    }
}
