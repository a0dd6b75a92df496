package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.Mount;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNotFound;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Saves what pets are, and says which of it is kept for good. */
public final class PetSnapshots {
    private static final String ACTION = "snapshot";

    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetStart start;
    private final Generations generations;
    private final GenerationSaver saver;

    PetSnapshots(
            ContainerEngine engine,
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetStart start,
            Generations generations,
            GenerationSaver saver) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.unfinished = unfinished;
        this.start = start;
        this.generations = generations;
        this.saver = saver;
    }

    /** {@return what {@link #take} would do; nothing is changed} */
    public SnapshotPlan plan(PetName name) {
        var pet = pets.get(name);
        var number = saver.next(pet);
        var steps = new ArrayList<Step>();
        // What is being written must not be caught half-way: either all stands still, or nothing runs.
        boolean stops = pet.isRunning() && !engine.facts().endsByCgroup();
        if (stops) {
            steps.add(new Step.Stop());
        }
        steps.add(new Step.SaveGeneration(number, pet.isRunning() && !stops));
        if (stops) {
            steps.add(new Step.Start());
        }
        return new SnapshotPlan(pet, number, steps, notSaved(pet));
    }

    /**
     * Saves what a pet is.
     *
     * @param label in the user's words
     * @param pinned whether it is kept until told otherwise
     * @param grace how long the pet's processes may take to end, where they cannot be paused
     */
    public Generation take(PetName name, String label, boolean pinned, Duration grace, Narrator narrator) {
        return take(name, ACTION, label, pinned, grace, narrator);
    }

    /** Saves what a pet is, for something that is made of that. */
    Generation take(PetName name, String action, String label, boolean pinned, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var plan = plan(name);
            var draft = saver.draft(plan.pet(), action, label, pinned);
            if (!plan.stops()) {
                narrator.saving(name, draft.number());
                return saver.save(draft);
            }
            var pet = plan.pet();
            narrator.stopping(name);
            engine.stop(pet.container().id(), grace);
            try {
                narrator.saving(name, draft.number());
                return saver.save(draft);
            } finally {
                narrator.starting(name);
                start.bringUp(name, pet.spec(), pet.container().id(), List.of(), narrator);
            }
        }
    }

    /**
     * Keeps a generation whatever a policy says, or no longer.
     *
     * @throws GenerationNotFound when the pet has none of this number
     */
    public void pin(PetName name, GenerationNumber number, boolean pinned, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            generations.pin(get(pets.get(name), number), pinned);
        }
    }

    private Generation get(Pet pet, GenerationNumber number) {
        return generations.of(GenerationSaver.identity(pet.spec())).stream()
                .filter(generation -> generation.number().equals(number))
                .findFirst()
                .orElseThrow(() -> GenerationNotFound.number(pet.name().value(), number));
    }

    /** {@return where volumes of the engine's are seen in a pet} */
    static List<ContainerPath> notSaved(Pet pet) {
        return pet.container().volumes().stream().map(Mount.Volume::target).toList();
    }
}
