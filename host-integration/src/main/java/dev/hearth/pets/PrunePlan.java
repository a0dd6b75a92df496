package dev.hearth.pets;

import dev.hearth.generations.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which generations are going to be removed.
 *
 * @param pets in the order of their names, those that are gone last
 */
public record PrunePlan(List<Surplus> pets) {
    public PrunePlan {
        pets = List.copyOf(pets);
    }

    /** {@return whether there is nothing to remove} */
    public boolean isEmpty() {
        return pets.stream().allMatch(pet -> pet.generations().isEmpty());
    }

    /**
     * Those of one pet.
     *
     * @param pet absent when it is gone itself
     * @param kept how many stay
     */
    public record Surplus(@Nullable PetName pet, List<Generation> generations, int kept) {
        public Surplus {
            generations = List.copyOf(generations);
        }
    }
}
