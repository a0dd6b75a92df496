package dev.hearth.generations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved state of a pet.
 *
 * @param label in the user's own words; empty when there are none
 * @param action what saved it, such as {@code snapshot}, or had it saved first, such as {@code edit}
 * @param parent the one that the pet stood on; absent when that was its image
 * @param spec the pet's specification then, as it is on its container
 * @param changed what it has beyond its parent
 * @param packages all that were installed; absent where nobody could tell
 * @param imageId the content id of the image that holds it
 * @param pinned whether it is kept whatever a policy says
 */
public record Generation(
        PetIdentity pet,
        GenerationNumber number,
        Instant saved,
        String label,
        String action,
        @Nullable GenerationNumber parent,
        String spec,
        Changed changed,
        @Nullable PackageList packages,
        String imageId,
        boolean pinned) {

    /**
     * What a generation has beyond its parent.
     *
     * @param packages absent where nobody could tell
     * @param files without noise
     * @param bytes that it takes on the disk by itself
     */
    public record Changed(@Nullable ChangeCount packages, ChangeCount files, long bytes) {}
}
