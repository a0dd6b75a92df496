package dev.hearth.pets;

import dev.hearth.generations.FileChanges;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.PackageChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two states of a pet differ.
 *
 * @param from the first generation; absent for what the pet was made from
 * @param to the second generation; absent for the pet as it is
 * @param packages absent where nobody can tell
 * @param spec what differs about what the pet is
 */
public record PetDifference(
        Pet pet,
        @Nullable GenerationNumber from,
        @Nullable GenerationNumber to,
        @Nullable List<PackageChange> packages,
        List<SpecChange> spec,
        FileChanges files) {}
