package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;

/** Removes a pet's container, with what hearth remembers of it. */
record PetRemoval(ContainerEngine engine, PetContents contents, ReadyRecord ready, SetupLogs logs) {
    void remove(ContainerId id) {
        engine.remove(id);
        ready.forget(id);
        logs.forget(id);
    }

    /** Removes it with the image that was made of the pet's content, too. */
    void remove(PetSpec spec, Container container) {
        remove(container.id());
        contents.release(spec, container);
    }
}
