package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.generations.GenerationNumber;
import java.util.List;

/**
 * What saving a pet is going to do.
 *
 * @param number of the generation that it is saved as
 * @param steps in order
 * @param notSaved where volumes of the engine's are seen, whose content is part of no generation
 */
public record SnapshotPlan(Pet pet, GenerationNumber number, List<Step> steps, List<ContainerPath> notSaved) {
    public SnapshotPlan {
        steps = List.copyOf(steps);
        notSaved = List.copyOf(notSaved);
    }

    /** {@return whether the pet is stopped for it} */
    public boolean stops() {
        return steps.contains(new Step.Stop());
    }
}
