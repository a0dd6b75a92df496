package dev.hearth.images;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image that an engine has.
 *
 * @param id the engine's content id, {@code sha256:…}
 * @param names tags, each {@code DOMAIN/PATH:TAG}; empty for an image without any
 * @param digests by which registries know it, each {@code DOMAIN/PATH@sha256:…}
 * @param size bytes on disk, layers shared with other images included
 * @param environment variables it sets, each {@code NAME=VALUE}
 */
public record LocalImage(
        String id,
        List<String> names,
        List<String> digests,
        Map<String, String> labels,
        long size,
        Instant created,
        String architecture,
        List<String> environment) {
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
}
