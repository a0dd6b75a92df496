package dev.hearth.manifests;

import dev.hearth.pets.PetInventory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pet consisted of when it was written down.
 *
 * @param imageId the content id of the image that it was made from
 * @param digests by which registries know that; none for one that was made on the machine
 * @param packages versions of all packages, by their names; none where nobody could tell
 */
public record LockedPet(String imageId, List<String> digests, Map<String, String> packages) {
    public LockedPet {
        digests = List.copyOf(digests);
        packages = Collections.unmodifiableMap(new TreeMap<>(packages));
    }

    static LockedPet of(PetInventory inventory) {
        var packages = inventory.packages();
        return new LockedPet(
                inventory.pet().spec().imageId(),
                inventory.digests(),
                packages == null ? Map.of() : packages.versions());
    }
}
