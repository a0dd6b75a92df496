package dev.hearth.pets;

import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNotFound;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns pets to generations: what is in them, and what they are; names, exports and generations stay. */
public final class PetRollbacks {
    private static final String ACTION = "rollback";

    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetRequests requests;
    private final Generations generations;
    private final PetTransition transition;
    private final LoginStart login;

    PetRollbacks(
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetRequests requests,
            Generations generations,
            PetTransition transition,
            LoginStart login) {
        this.pets = pets;
        this.locks = locks;
        this.unfinished = unfinished;
        this.requests = requests;
        this.generations = generations;
        this.transition = transition;
        this.login = login;
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @param number of the generation to return to; the newest when absent
     * @throws GenerationNotFound when the pet does not have it
     */
    public RollbackPlan plan(PetName name, @Nullable GenerationNumber number) {
        var pet = requests.with(pets.get(name));
        var target = target(pet, number);
        var spec = SpecLabel.read(name.value(), target.spec());
        var steps = new ArrayList<>(transition.steps(pet, spec, spec, List.of()));
        steps.add(pet.isRunning() ? 2 : 1, new Step.TakeGeneration(target.number()));
        PetSnapshots.notSaved(pet).stream()
                .filter(path -> !steps.contains(new Step.LoseVolume(path)))
                .forEach(path -> steps.add(new Step.LeaveVolume(path)));
        return new RollbackPlan(pet, target, spec, SpecChange.between(pet.spec(), spec), steps);
    }

    /**
     * Makes the pet what it was; what it is now is saved first, and one that runs runs again.
     *
     * @param grace how long its processes may take to end
     */
    public Pet carryOut(PetName name, @Nullable GenerationNumber number, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var plan = plan(name, number);
            var returned = transition.carryOut(
                    plan.pet(), ACTION, plan.spec(), _ -> plan.target(), plan.spec(), List.of(), grace, narrator);
            if (returned.spec().autostart() != plan.pet().spec().autostart()) {
                login.follow(returned, narrator);
            }
            return returned;
        }
    }

    private Generation target(Pet pet, @Nullable GenerationNumber number) {
        var all = generations.of(GenerationSaver.identity(pet.spec()));
        var name = pet.name().value();
        if (all.isEmpty()) {
            throw GenerationNotFound.any(name);
        }
        return number == null
                ? all.getLast()
                : all.stream()
                        .filter(generation -> generation.number().equals(number))
                        .findFirst()
                        .orElseThrow(() -> GenerationNotFound.number(name, number));
    }
}
