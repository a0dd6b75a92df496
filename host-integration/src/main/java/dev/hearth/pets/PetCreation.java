package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;
import java.util.List;
import java.util.function.Consumer;

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
    private final PetDoors doors;
    private final PetHooks hooks;

    PetCreation(
            ContainerEngine engine,
            Account account,
            PetReader pets,
            PetStart start,
            PetRemoval removal,
            PetDoors doors) {
        this.engine = engine;
        this.pets = pets;
        this.start = start;
        this.removal = removal;
        this.doors = doors;
        this.hooks = new PetHooks(engine, account);
    }

    /**
     * Makes the pet that a plan describes; the caller holds the lock of its name.
     *
     * @param request the container, under its {@link MakingName}
     * @param commands hooks that are run in it before it is there
     */
    Pet make(PetName name, PetSpec spec, ContainerRequest request, List<Hook> commands, Narrator narrator) {
        narrator.creating(name);
        if (spec.withEngine()) {
            var share = Step.ShareEngine.with(engine.facts());
            narrator.warning("'%s' gets %s: %s".formatted(name, share.engine().title(), share.meaning()));
        }
        makeThen(name, spec, request, spec.packages(), commands, narrator, id -> engine.rename(id, name.value()));
        narrator.created(name);
        return pets.get(name);
    }

    /**
     * Makes a container that everything works in, and takes a last step with it; it is gone again when that, or anything
     * before it, fails.
     *
     * @param packages what to install on the way
     * @param commands hooks that are run once that is done
     */
    void makeThen(
            PetName name,
            PetSpec spec,
            ContainerRequest request,
            List<String> packages,
            List<Hook> commands,
            Narrator narrator,
            Consumer<ContainerId> last) {
        var whole = doors.withDoor(spec, request);
        var id = create(whole);
        try {
            var container = start.bringUp(name, spec, id, packages, narrator);
            requirePublished(spec, container);
            hooks.run(name, id, commands, narrator);
            start.hooks().started(name, spec, id, narrator);
            last.accept(id);
        } catch (RuntimeException e) {
            removeAfter(e, id, whole);
            throw e;
        }
    }

    private ContainerId create(ContainerRequest request) {
        try {
            return engine.create(request);
        } catch (RuntimeException e) {
            doors.forget(request);
            throw e;
        }
    }

    private void requirePublished(PetSpec spec, Container container) {
        var missing = PortsNotPublished.missing(spec, container);
        if (!missing.isEmpty()) {
            throw PortsNotPublished.silently(engine.facts().kind(), missing);
        }
    }

    /** Refuses a name that is taken, also by a pet whose place another was to take. */
    void requireFree(PetName name) {
        pets.container(name).ifPresent(container -> {
            boolean own = pets.list().stream().anyMatch(pet -> pet.name().equals(name));
            throw own ? PetExists.pet(name) : PetExists.container(name);
        });
    }

    private void removeAfter(RuntimeException failure, ContainerId id, ContainerRequest request) {
        try {
            removal.remove(id, request);
        } catch (RuntimeException e) {
            // The first failure is the one to tell; the next command removes what is left.
            failure.addSuppressed(e);
        }
    }
}
