package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;

/**
 * Makes pets in an order that can be cut off anywhere.
 *
 * <p>A container has a name that no pet can have until everything inside works; the rename is the step that makes the
 * pet. Whatever dies before it leaves a container that the next command recognises and removes.
 */
final class PetCreation {
    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetStart start;
    private final PetRemoval removal;

    PetCreation(ContainerEngine engine, PetReader pets, PetStart start, PetRemoval removal) {
        this.engine = engine;
        this.pets = pets;
        this.start = start;
        this.removal = removal;
    }

    /**
     * Makes the pet that a plan describes; the caller holds the lock of its name.
     *
     * @param request the container, under its {@link MakingName}
     */
    Pet make(PetName name, PetSpec spec, ContainerRequest request, Narrator narrator) {
        narrator.creating(name);
        var id = engine.create(request);
        try {
            var container = start.bringUp(name, spec, id, spec.packages(), narrator);
            requirePublished(spec, container);
            engine.rename(id, name.value());
        } catch (RuntimeException e) {
            removeAfter(e, id);
            throw e;
        }
        narrator.created(name);
        return pets.get(name);
    }

    private void requirePublished(PetSpec spec, Container container) {
        var missing = PortsNotPublished.missing(spec, container);
        if (!missing.isEmpty()) {
            throw PortsNotPublished.silently(engine.facts().kind(), missing);
        }
    }

    /** Refuses a name that is taken. */
    void requireFree(PetName name) {
        engine.find(name.value())
                .filter(container -> container.name().equals(name.value()))
                .ifPresent(container -> {
                    boolean own =
                            pets.list().stream().anyMatch(pet -> pet.name().equals(name));
                    throw own ? PetExists.pet(name) : PetExists.container(name);
                });
    }

    private void removeAfter(RuntimeException failure, ContainerId id) {
        try {
            removal.remove(id);
        } catch (RuntimeException e) {
            // The first failure is the one to tell; the next command removes what is left.
            failure.addSuppressed(e);
        }
    }
}
