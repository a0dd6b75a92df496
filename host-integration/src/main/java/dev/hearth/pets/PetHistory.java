package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.generations.ChangeCount;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pet was, and what it is now.
 *
 * @param generations oldest first
 */
public record PetHistory(Pet pet, List<Generation> generations, Drift now) {
    public PetHistory {
        generations = List.copyOf(generations);
    }

    /** {@return what it had been saved as before it came here, oldest first} */
    public List<FormerGeneration> former() {
        return FormerGeneration.of(pet.spec());
    }

    /** {@return the packages that had been asked for when a generation was saved} */
    public List<String> requests(Generation generation) {
        return SpecLabel.read(pet.name().value(), generation.spec()).packages();
    }

    /**
     * How far a pet is from its newest generation, or from its image where it has none.
     *
     * @param from the newest generation; absent when there is none
     * @param standsOn the generation that it was made from; absent when that was its image
     * @param packages absent where nobody can tell, or nothing is there to compare with
     * @param files without noise; absent when telling takes a comparison of all files
     * @param notSaved where volumes of the engine's are seen, whose content is part of no generation
     */
    public record Drift(
            @Nullable GenerationNumber from,
            @Nullable GenerationNumber standsOn,
            @Nullable ChangeCount packages,
            @Nullable ChangeCount files,
            List<ContainerPath> notSaved) {
        public Drift {
            notSaved = List.copyOf(notSaved);
        }
    }
}
