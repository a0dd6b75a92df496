package dev.hearth.pets;

import dev.hearth.generations.PackageList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pet consists of.
 *
 * @param digests by which registries know the image that it was made from; none for one that was made here
 * @param packages all that are installed; absent where nobody can tell
 */
public record PetInventory(
        Pet pet, List<String> digests, @Nullable PackageList packages) {
    public PetInventory {
        digests = List.copyOf(digests);
    }
}
