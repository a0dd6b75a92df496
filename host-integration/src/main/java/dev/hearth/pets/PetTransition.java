package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Makes a pet anew as one step: it succeeds, or the pet is as it was and runs if it ran.
 *
 * <p>What the pet was is saved as a generation first, whichever it is made anew from. Whoever calls it holds the lock of the
 * pet's name.
 */
final class PetTransition {
    private final ContainerEngine engine;
    private final Generations generations;
    private final GenerationSaver saver;
    private final PetContents contents;
    private final PetReplacement replacement;
    private final PetHomes homes;
    private final PetStart start;

    PetTransition(
            ContainerEngine engine,
            Generations generations,
            GenerationSaver saver,
            PetContents contents,
            PetReplacement replacement,
            PetHomes homes,
            PetStart start) {
        this.engine = engine;
        this.generations = generations;
        this.saver = saver;
        this.contents = contents;
        this.replacement = replacement;
        this.homes = homes;
        this.start = start;
    }

    /**
     * {@return the steps of {@link #carryOut}}
     *
     * @param spec what the pet is to be
     * @param content what the pet was whose content it is made of
     * @param hooks what is run in it before it is what it is to be
     */
    List<Step> steps(Pet pet, PetSpec spec, PetSpec content, List<String> hooks) {
        return steps(pet, new Successor(spec, contents.of(pet), content, hooks), List.of());
    }

    /**
     * {@return the same for what is to take the pet's place}
     *
     * @param filling how that is filled before
     */
    List<Step> steps(Pet pet, Successor successor, List<Step> filling) {
        var steps = new ArrayList<Step>();
        if (pet.isRunning()) {
            steps.add(new Step.Stop());
        }
        steps.add(new Step.SaveGeneration(saver.next(pet), false));
        steps.addAll(replacement.steps(pet, successor, filling));
        return steps;
    }

    /**
     * Makes a pet anew.
     *
     * @param action what is done to it
     * @param spec what it is to be
     * @param source the generation whose content it is to have, given the one of what it was
     * @param content what the pet was when that was saved
     * @param hooks what is run in it before it is that
     * @param grace how long its processes may take to end
     * @throws UnmergedChanges when it is to have another home and would lose what it wrote to the one that it has
     */
    Pet carryOut(
            Pet old,
            String action,
            PetSpec spec,
            Function<Generation, Generation> source,
            PetSpec content,
            List<String> hooks,
            Duration grace,
            Narrator narrator) {
        requireMerged(old, spec);
        return carryOut(
                old,
                saver.draft(old, action, "", false),
                saved -> replace(
                        old,
                        new Successor(spec, contents.of(old.name(), source.apply(saved)), content, hooks),
                        old.isRunning(),
                        narrator),
                grace,
                narrator);
    }

    /**
     * Makes a pet anew of an image that is not of its own content.
     *
     * @param label what the pet is made of
     * @param filling what is done in the new container before it is the pet
     */
    Pet carryOut(
            Pet old,
            String action,
            String label,
            Successor successor,
            BiConsumer<ContainerId, Generation> filling,
            Duration grace,
            Narrator narrator) {
        return carryOut(
                old,
                saver.draft(old, action, label, false),
                saved ->
                        replacement.replace(old, successor, old.isRunning(), id -> filling.accept(id, saved), narrator),
                grace,
                narrator);
    }

    private Pet carryOut(
            Pet old,
            GenerationSaver.Draft draft,
            Function<Generation, Pet> replacing,
            Duration grace,
            Narrator narrator) {
        boolean running = old.isRunning();
        if (running) {
            narrator.stopping(old.name());
            engine.stop(old.container().id(), grace);
        }
        try {
            narrator.saving(old.name(), draft.number());
            var saved = saver.save(draft);
            try {
                return replacing.apply(saved);
            } catch (Failure e) {
                forget(saved, e);
                throw e;
            }
        } catch (Failure e) {
            startAgain(old, running, e, narrator);
            throw e;
        }
    }

    /**
     * Returns a pet to what was saved just before something that failed; what that made of it is lost.
     *
     * @param grace how long its processes may take to end
     */
    Pet undo(Pet old, Generation saved, Duration grace, Narrator narrator) {
        boolean running = old.isRunning();
        var spec = SpecLabel.read(old.name().value(), saved.spec());
        if (running) {
            narrator.stopping(old.name());
            engine.stop(old.container().id(), grace);
        }
        try {
            var image = contents.of(old.name(), saved);
            return replace(old, new Successor(spec, image, spec, List.of()), running, narrator);
        } catch (Failure e) {
            startAgain(old, running, e, narrator);
            throw e;
        }
    }

    /** What a pet wrote to the home that it reads goes with that. */
    private void requireMerged(Pet old, PetSpec spec) {
        if (!spec.home().equals(old.spec().home())) {
            int lost = homes.unmerged(old);
            if (lost > 0) {
                throw new UnmergedChanges(old.name(), lost);
            }
        }
    }

    private Pet replace(Pet old, Successor successor, boolean running, Narrator narrator) {
        try {
            return replacement.replace(old, successor, running, _ -> {}, narrator);
        } catch (Failure e) {
            contents.release(successor.image());
            throw e;
        }
    }

    /** The pet is what it was: nothing happened that could be undone. */
    private void forget(Generation saved, Failure failure) {
        try {
            generations.remove(saved);
        } catch (Failure e) {
            failure.addSuppressed(e);
        }
    }

    private void startAgain(Pet old, boolean running, Failure failure, Narrator narrator) {
        if (running) {
            try {
                start.bringUp(old.name(), old.spec(), old.container().id(), List.of(), narrator);
            } catch (Failure e) {
                // The first failure is the one to tell; the pet is there, and the next entry starts it.
                failure.addSuppressed(e);
            }
        }
    }
}
