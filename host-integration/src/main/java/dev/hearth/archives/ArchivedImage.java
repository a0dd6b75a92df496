package dev.hearth.archives;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image in an archive, but for its files.
 *
 * @param name by which programs that list archives show it
 * @param architecture such as {@code amd64}
 * @param environment each {@code NAME=VALUE}
 */
public record ArchivedImage(
        String name, String architecture, Instant created, List<String> environment, Map<String, String> labels) {
    public ArchivedImage {
        environment = List.copyOf(environment);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
