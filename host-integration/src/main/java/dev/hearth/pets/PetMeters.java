package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerUsage;
import java.util.Optional;

/** Tells what pets take of the machine. */
public final class PetMeters {
    private final ContainerEngine engine;

    PetMeters(ContainerEngine engine) {
        this.engine = engine;
    }

    /** {@return what a pet takes right now; empty when it does not run, and where nobody can tell} */
    public Optional<ContainerUsage> usage(Pet pet) {
        return pet.isRunning() ? engine.usage(pet.container().id()) : Optional.empty();
    }

    /** {@return the bytes that a pet has beyond its image} */
    public long written(Pet pet) {
        return engine.files().written(pet.container().id());
    }
}
