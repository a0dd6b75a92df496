package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;

/** Removes a pet's container, with what hearth remembers of it. */
record PetRemoval(ContainerEngine engine, PetContents contents, ReadyRecord ready, SetupLogs logs, PetDoors doors) {
    void remove(Container container) {
        remove(container.id());
        doors.forget(container);
    }

    /** Removes one that nothing but its request is known of. */
    void remove(ContainerId id, ContainerRequest request) {
        remove(id);
        doors.forget(request);
    }

    /** Removes it with the image that was made of the pet's content, too. */
    void remove(PetSpec spec, Container container) {
        remove(container);
        contents.release(spec, container);
    }

    private void remove(ContainerId id) {
        engine.remove(id);
        ready.forget(id);
        logs.forget(id);
    }
}
