package dev.hearth.pets;

import dev.hearth.generations.Generation;
import java.util.List;

/**
 * What returning to a generation is going to do.
 *
 * @param pet as it is
 * @param target what it is going to be
 * @param spec as it is going to be
 * @param changes what differs about the specification
 * @param steps in order
 */
public record RollbackPlan(Pet pet, Generation target, PetSpec spec, List<SpecChange> changes, List<Step> steps) {
    public RollbackPlan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }
}
