package dev.hearth.pets;

import java.util.List;

/**
 * What copying a pet is going to do.
 *
 * @param pet that is copied
 * @param snapshot by which it is saved first
 * @param spec what the copy is to be
 * @param changes what the copy is otherwise than the pet
 * @param steps in order
 */
public record ClonePlan(Pet pet, SnapshotPlan snapshot, PetSpec spec, List<SpecChange> changes, List<Step> steps) {
    public ClonePlan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** {@return whether the pet is stopped meanwhile, and started again} */
    public boolean stops() {
        return snapshot.stops();
    }
}
