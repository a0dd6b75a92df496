package dev.hearth.pets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pet is to be made anew of.
 *
 * @param image a reference; it excludes distribution and release
 * @param distribution a word of the catalogue
 * @param release by default the distribution's rule
 * @param carried files and directories of the pet's own that go along
 */
public record Rebase(
        @Nullable String image,
        @Nullable String distribution,
        @Nullable String release,
        List<String> carried) {
    public Rebase {
        carried = List.copyOf(carried);
    }

    CreateRequest request() {
        return CreateRequest.withDefaults().of(image, distribution, release);
    }
}
