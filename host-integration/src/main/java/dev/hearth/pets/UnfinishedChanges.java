package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ExecRequest;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.guest.GuestFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings to an end what commands that were killed left half-done about a pet.
 *
 * <p>A pet whose package manager was cut off is returned to what it was before. What it became since is saved, too: people
 * may have gone on working in it.
 */
final class UnfinishedChanges {
    private static final ContainerPath BEGUN = ContainerPath.of("/var/lib/hearth/packages-begun");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String ACTION = "repair";

    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetSweep sweep;
    private final Generations generations;
    private final PetTransition transition;

    UnfinishedChanges(
            ContainerEngine engine, PetReader pets, PetSweep sweep, Generations generations, PetTransition transition) {
        this.engine = engine;
        this.pets = pets;
        this.sweep = sweep;
        this.generations = generations;
        this.transition = transition;
    }

    /**
     * Clears away what was left behind, and returns the pet if it was left half-changed.
     *
     * @param held the name, whose lock the caller holds
     * @throws PackagesChanging when its packages are still being changed
     */
    void settle(PetName held, Narrator narrator) {
        sweep.leftovers(held, narrator);
        pets.find(held).ifPresent(pet -> settlePackages(pet, narrator));
    }

    /**
     * Returns a pet to what it was if a change of its packages was cut off.
     *
     * @throws PackagesChanging when it still goes on
     */
    void settlePackages(Pet pet, Narrator narrator) {
        var begun = engine.files().lines(pet.container().id(), BEGUN);
        if (begun.isEmpty()) {
            return;
        }
        if (pet.isRunning() && isGoingOn(pet)) {
            throw new PackagesChanging(pet.name());
        }
        var number = String.join("", begun.get());
        before(pet, number)
                .ifPresentOrElse(
                        generation -> undo(pet, generation, narrator),
                        () -> narrator.warning(
                                "A change of the packages of '%s' was cut off, and @%s, which it was before,"
                                                .formatted(pet.name(), number)
                                        + " is gone; its package manager may have to be told to go on"));
    }

    private boolean isGoingOn(Pet pet) {
        var running = ExecRequest.asRoot(GuestFiles.PACKAGES.value(), "running");
        return engine.exec(pet.container().id(), running, _ -> {}) == 0;
    }

    private Optional<Generation> before(Pet pet, String number) {
        return generations.of(GenerationSaver.identity(pet.spec())).stream()
                .filter(generation ->
                        Integer.toString(generation.number().value()).equals(number))
                .findFirst();
    }

    private void undo(Pet pet, Generation before, Narrator narrator) {
        narrator.undoing(pet.name(), before.number());
        var spec = SpecLabel.read(pet.name().value(), before.spec());
        var _ = transition.carryOut(pet, ACTION, spec, _ -> before, spec, List.of(), GRACE, narrator);
        narrator.cleanedUp(
                "a change of the packages of '%s', which is again what %s was".formatted(pet.name(), before.number()));
    }
}
