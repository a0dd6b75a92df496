package dev.hearth.between;

import dev.hearth.os.Change;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.PackagePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moving packages to a pet is going to do.
 *
 * @param move as far as it came already, if it was cut off before
 * @param newPet the pet to make first; absent when there is one
 * @param packages what happens in the pet; absent while there is none, and what its package manager says unknown
 * @param base what happens to the base; absent when that was done already
 * @param steps in order, for people
 */
public record DemotionPlan(
        Move move,
        @Nullable CreateRequest newPet,
        @Nullable PackagePlan packages,
        Change.@Nullable Packages base,
        List<String> steps) {
    public DemotionPlan {
        steps = List.copyOf(steps);
    }
}
