package dev.hearth.pets;

import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.generations.Retention;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes generations that nobody needs any more. */
public final class PetPruning {
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final Generations generations;
    private final InstantSource clock;
    private final long owner;

    PetPruning(
            PetReader pets, PetLocks locks, PetSweep sweep, Generations generations, InstantSource clock, long owner) {
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.generations = generations;
        this.clock = clock;
        this.owner = owner;
    }

    /** {@return what {@link #prune} would remove of a pet's} */
    public PrunePlan plan(PetName name, Retention retention) {
        return new PrunePlan(List.of(surplus(pets.get(name), retention)));
    }

    /** {@return what {@link #pruneAll} would remove: of each pet's, and of those of pets that an engine removed} */
    public PrunePlan planAll(Retention retention) {
        var all = generations.all(owner);
        var surplus = new ArrayList<PrunePlan.Surplus>();
        for (var pet : pets.list()) {
            surplus.add(surplus(pet, retention));
            all.remove(GenerationSaver.identity(pet.spec()));
        }
        all.values().forEach(orphans -> surplus.add(surplus(null, orphans, retention)));
        return new PrunePlan(
                surplus.stream().filter(pet -> !pet.generations().isEmpty()).toList());
    }

    /** Removes what need not be kept; {@return what that was} */
    public PrunePlan prune(PetName name, Retention retention, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            var plan = plan(name, retention);
            plan.pets().forEach(pet -> pet.generations().forEach(generations::remove));
            return plan;
        }
    }

    /** Removes what need not be kept of all pets', one after the other; {@return what that was} */
    public PrunePlan pruneAll(Retention retention, Narrator narrator) {
        var removed = new ArrayList<PrunePlan.Surplus>();
        for (var pet : planAll(retention).pets()) {
            var name = pet.pet();
            if (name == null) {
                pet.generations().forEach(generations::remove);
                removed.add(pet);
            } else {
                removed.addAll(prune(name, retention, narrator).pets());
            }
        }
        return new PrunePlan(removed);
    }

    /** {@return all generations of a pet} */
    public List<Generation> all(PetName name) {
        return generations.of(GenerationSaver.identity(pets.get(name).spec()));
    }

    private PrunePlan.Surplus surplus(Pet pet, Retention retention) {
        return surplus(pet.name(), generations.of(GenerationSaver.identity(pet.spec())), retention);
    }

    private PrunePlan.Surplus surplus(@Nullable PetName name, List<Generation> all, Retention retention) {
        var surplus = retention.surplus(all, clock.instant());
        return new PrunePlan.Surplus(name, surplus, all.size() - surplus.size());
    }
}
