package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;

/** Removes a pet's container, with what hearth remembers of it. */
record PetRemoval(ContainerEngine engine, ReadyRecord ready, SetupLogs logs) {
    void remove(ContainerId id) {
        engine.remove(id);
        ready.forget(id);
        logs.forget(id);
    }
}
