package dev.hearth.between;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.pets.PetName;
import java.util.List;

/**
 * What undoing an upgrade of everything is going to do.
 *
 * @param base whether the base is returned
 * @param pets those that were changed and are there still
 */
public record WholeUndo(WholeUpgrade upgrade, boolean base, List<PetStep> pets) {
    public WholeUndo {
        pets = List.copyOf(pets);
    }

    /**
     * A pet to be returned.
     *
     * @param generation what it was
     */
    public record PetStep(PetName pet, GenerationNumber generation) {}
}
