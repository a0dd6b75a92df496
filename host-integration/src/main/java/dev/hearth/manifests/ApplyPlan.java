package dev.hearth.manifests;

import dev.hearth.pets.PetName;
import java.util.List;

/**
 * What applying a manifest is going to do.
 *
 * @param pets in the order of the file, those to be removed last
 * @param forgotten pets that the file made, no longer names, and that stay
 */
public record ApplyPlan(Manifest manifest, List<PetPlan> pets, List<PetName> forgotten) {
    public ApplyPlan {
        pets = List.copyOf(pets);
        forgotten = List.copyOf(forgotten);
    }

    /** {@return whether all pets are as they are declared, as far as they can be} */
    public boolean isEmpty() {
        return pets.stream().allMatch(PetPlan::isEmpty);
    }
}
