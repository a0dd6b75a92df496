package dev.hearth.pets;

import java.util.List;

/**
 * What changing a pet is going to do.
 *
 * @param pet as it is
 * @param spec as it is going to be
 * @param changes what differs; nothing is done when there is none
 * @param steps in order
 */
public record EditPlan(Pet pet, PetSpec spec, List<SpecChange> changes, List<Step> steps) {
    public EditPlan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** {@return whether the pet is already as it is asked to be} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
