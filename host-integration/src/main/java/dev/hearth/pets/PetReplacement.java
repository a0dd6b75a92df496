package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.session.HostFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
    private final PetRequirements requirements;

    PetReplacement(
            ContainerEngine engine,
            Account account,
            HostFacts host,
            PetReader pets,
            PetCreation creation,
            PetRemoval removal,
            PetRequirements requirements) {
        this.engine = engine;
        this.account = account;
        this.host = host;
        this.pets = pets;
        this.creation = creation;
        this.removal = removal;
        this.requirements = requirements;
    }

    /**
     * Makes a pet anew; the caller holds the lock of its name, and has stopped it.
     *
     * @param running whether it is to run in the end
     * @param filling what is done in the new container, which runs, before it is the pet
     */
    Pet replace(Pet old, Successor successor, boolean running, Consumer<ContainerId> filling, Narrator narrator) {
        var request = request(old, successor, inheritance(old, successor));
        creation.makeThen(
                old.name(), successor.spec(), request, List.of(), Hook.asRoot(successor.hooks()), narrator, id -> {
                    filling.accept(id);
                    if (!running) {
                        engine.stop(id, Duration.ZERO);
                    }
                    swap(old, id);
                });
        removeOld(old, narrator);
        return pets.get(old.name());
    }

    /** {@return the steps of that, with those by which the new container is filled, and what it costs the pet} */
    List<Step> steps(Pet old, Successor successor, List<Step> filling) {
        var spec = successor.spec();
        requirements.check(spec, successor.image());
        var inheritance = inheritance(old, successor);
        var steps = new ArrayList<Step>();
        steps.add(new Step.MakeContainer(request(old, successor, inheritance)));
        steps.add(new Step.SetUp(List.of()));
        successor.hooks().forEach(hook -> steps.add(new Step.RunHook(hook, true)));
        steps.addAll(filling);
        Inheritance.nameless(old.spec(), old.container()).stream()
                .filter(volume -> !inheritance.volumes().contains(volume))
                .forEach(volume -> steps.add(new Step.LoseVolume(volume.target())));
        steps.add(new Step.Replace(old.name(), old.isRunning()));
        if (spec.withEngine() && !old.spec().withEngine()) {
            steps.add(Step.ShareEngine.with(engine.facts()));
        }
        if (spec.autostart() && !old.spec().autostart()) {
            steps.add(new Step.StartAtLogin());
        }
        return steps;
    }

    private ContainerRequest request(Pet old, Successor successor, Inheritance inheritance) {
        return new PetContainer(account, host, engine.facts())
                .request(new MakingName(old.name()).toString(), successor.spec(), successor.image(), inheritance);
    }

    private Inheritance inheritance(Pet old, Successor successor) {
        var containers = new PetContainer(account, host, engine.facts());
        return Inheritance.of(containers, old, successor);
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
