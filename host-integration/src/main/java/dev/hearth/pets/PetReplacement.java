package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.time.Duration;
import java.util.List;

/**
 * Puts another container in the place of a pet's, in an order that can be cut off anywhere.
 *
 * <p>The new container is made, started and set up under a {@link MakingName}; then the old one gets its
 * {@link LeavingName}, the new one the pet's, and the old one is removed. Whatever dies before the second rename leaves
 * the old pet, whatever dies after it the new one; the next command that makes or changes a pet clears the other away.
 */
final class PetReplacement {
    private final ContainerEngine engine;
    private final Account account;
    private final HostFacts host;
    private final PetReader pets;
    private final PetCreation creation;
    private final PetRemoval removal;

    PetReplacement(
            ContainerEngine engine,
            Account account,
            HostFacts host,
            PetReader pets,
            PetCreation creation,
            PetRemoval removal) {
        this.engine = engine;
        this.account = account;
        this.host = host;
        this.pets = pets;
        this.creation = creation;
        this.removal = removal;
    }

    /**
     * Makes a pet anew; the caller holds the lock of its name, and has stopped it.
     *
     * @param spec what the pet is to be
     * @param image what it is to be made from: its content as it is, or another one
     * @param running whether it is to run in the end
     */
    Pet replace(Pet old, PetSpec spec, LocalImage image, boolean running, Narrator narrator) {
        var containers = new PetContainer(account, host, engine.facts());
        var request = containers.request(
                new MakingName(old.name()).toString(), spec, image, Inheritance.of(containers, old, spec));
        creation.makeThen(old.name(), spec, request, List.of(), narrator, id -> {
            if (!running) {
                engine.stop(id, Duration.ZERO);
            }
            swap(old, id);
        });
        removeOld(old, narrator);
        return pets.get(old.name());
    }

    private void swap(Pet old, ContainerId id) {
        var left = old.container().id();
        engine.rename(left, new LeavingName(old.name()).toString());
        try {
            engine.rename(id, old.name().value());
        } catch (Failure e) {
            engine.rename(left, old.name().value());
            throw e;
        }
    }

    /** The pet is a new one already, and no worse for what the old one leaves: the next command looks after that. */
    private void removeOld(Pet old, Narrator narrator) {
        try {
            removal.remove(old.spec(), old.container());
        } catch (Failure e) {
            narrator.warning(
                    "The old container of '%s' could not be removed: %s".formatted(old.name(), e.getMessage()));
        }
    }
}
