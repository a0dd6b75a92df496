package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.generations.Generations;

/** Removes a pet's container, with what hearth remembers of it. */
record PetRemoval(
        ContainerEngine engine,
        PetContents contents,
        Generations generations,
        ReadyRecord ready,
        SetupLogs logs,
        PetDoors doors) {
    void remove(Container container) {
        remove(container.id());
        doors.forget(container);
    }

    /** Removes one that nothing but its request is known of. */
    void remove(ContainerId id, ContainerRequest request) {
        remove(id);
        doors.forget(request);
    }

    /** Removes it with the image that the pet stands on, if it was made anew; its generations stay. */
    void remove(PetSpec spec, Container container) {
        remove(container);
        contents.release(spec, container);
    }

    /** Removes it with all that there is of the pet. */
    void removePet(PetSpec spec, Container container) {
        remove(spec, container);
        // The newest first: what a kill leaves can be gone back to, and be pruned.
        generations.clearAside(GenerationSaver.identity(spec));
        var all = generations.of(GenerationSaver.identity(spec));
        all.reversed().forEach(generations::remove);
        if (!all.isEmpty()) {
            // Generations stood on some of these, and not every engine takes along what an image was made on.
            contents.releaseAll(container.name());
        }
    }

    private void remove(ContainerId id) {
        engine.remove(id);
        ready.forget(id);
        logs.forget(id);
    }
}
