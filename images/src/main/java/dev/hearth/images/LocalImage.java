package dev.hearth.images;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image that an engine has.
 *
 * @param id the engine's content id, {@code sha256:…}
 * @param names tags, each {@code DOMAIN/PATH:TAG}; empty for an image without any
 * @param digests by which registries know it, each {@code DOMAIN/PATH@sha256:…}
 * @param size bytes on disk, layers shared with other images included
 * @param platform what it runs on; absent in listings
 * @param environment variables it sets, each {@code NAME=VALUE}
 * @param layers how many it stacks; 0 in listings
 */
public record LocalImage(
        String id,
        List<String> names,
        List<String> digests,
        Map<String, String> labels,
        long size,
        Instant created,
        @Nullable Platform platform,
        List<String> environment,
        int layers) {
    public LocalImage {
        names = List.copyOf(names);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
        environment = List.copyOf(environment);
    }

    /** {@return the first name, or the id of an image without names} */
    public String displayName() {
        return names.isEmpty() ? id : names.getFirst();
    }

    /** {@return whether it is for a platform, which any image is where none is asked for} */
    public boolean isFor(@Nullable Platform asked) {
        return asked == null || asked.equals(platform);
    }
}
