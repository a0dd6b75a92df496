package dev.hearth.pets;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.PackageChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changing the packages of a pet did.
 *
 * @param generation what the pet was before; absent when no package changed
 * @param requests all that has been asked for by now
 * @param changes by the pet's own database; absent where nobody can tell
 */
public record PackageOutcome(
        PetName name,
        @Nullable GenerationNumber generation,
        List<String> requests,
        @Nullable List<PackageChange> changes) {
    public PackageOutcome {
        requests = List.copyOf(requests);
    }
}
