package dev.hearth.pets;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Changes what pets are, and keeps what is in them. */
public final class PetEdits {
    private static final String ACTION = "edit";

    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetRequests requests;
    private final PetTransition transition;
    private final LoginStart login;

    PetEdits(
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetRequests requests,
            PetTransition transition,
            LoginStart login) {
        this.pets = pets;
        this.requests = requests;
        this.locks = locks;
        this.unfinished = unfinished;
        this.transition = transition;
        this.login = login;
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @throws PetNotFound when there is no such pet
     */
    public EditPlan plan(PetName name, PetEdit edit) {
        return plan(name, edit, List.of());
    }

    /** {@return what {@link #carryOut} would do with these hooks} */
    public EditPlan plan(PetName name, PetEdit edit, List<String> hooks) {
        var pet = requests.with(pets.get(name));
        var spec = edit.applied(pet.spec()).of(name);
        var changes = SpecChange.between(pet.spec(), spec);
        var steps = changes.isEmpty() ? List.<Step>of() : transition.steps(pet, spec, pet.spec(), hooks);
        return new EditPlan(pet, spec, changes, steps);
    }

    /**
     * Makes the pet anew as it is asked to be, with all that is in it; one that ran runs again.
     *
     * @param grace how long its processes may take to end
     * @throws UnmergedChanges when it is to have another home and would lose what it wrote to the one that it has
     */
    public Pet carryOut(PetName name, PetEdit edit, Duration grace, Narrator narrator) {
        return carryOut(name, edit, List.of(), grace, narrator);
    }

    /**
     * Makes the pet anew as it is asked to be, when anything about it is to change.
     *
     * @param hooks commands that its shell runs as its root before it is what it is to be; without their success it stays
     *     what it was
     * @throws HookFailed when one fails
     */
    public Pet carryOut(PetName name, PetEdit edit, List<String> hooks, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var plan = plan(name, edit, hooks);
            if (plan.isEmpty()) {
                return plan.pet();
            }
            var old = plan.pet();
            var changed = transition.carryOut(
                    old, ACTION, plan.spec(), Function.identity(), old.spec(), hooks, grace, narrator);
            if (changed.spec().autostart() != old.spec().autostart()) {
                login.follow(changed, narrator);
            }
            return changed;
        }
    }
}
