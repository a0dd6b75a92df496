package dev.hearth.projects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for a project's file in a directory and above it.
 *
 * <p>The way up ends at the home, where another file system begins, and where a directory belongs to somebody else: what
 * lies beyond is not the project's. A link counts for nothing, and neither does a file of anybody but the user and root.
 *
 * @param home of the user
 * @param user whose files count
 */
public record ProjectSearch(Path home, long user) {
    private static final long ROOT = 0;

    /** {@return the nearest file of this name} */
    public Optional<Path> find(Path directory, String name) {
        return nearest(directory, place -> counts(place.resolve(name))).map(place -> place.resolve(name));
    }

    /** {@return the nearest directory of that kind: this one, or one above it} */
    public Optional<Path> nearest(Path directory, Predicate<Path> kind) {
        var top = ProjectFile.withoutLinks(home);
        var place = ProjectFile.withoutLinks(directory);
        while (true) {
            if (kind.test(place)) {
                return Optional.of(place);
            }
            var above = place.getParent();
            if (above == null || place.equals(top) || !belongTogether(place, above)) {
                return Optional.empty();
            }
            place = above;
        }
    }

    private boolean counts(Path file) {
        try {
            var attributes = attributes(file);
            long owner = owner(attributes);
            return Boolean.TRUE.equals(attributes.get("isRegularFile")) && (owner == user || owner == ROOT);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean belongTogether(Path place, Path above) {
        try {
            var one = attributes(place);
            var other = attributes(above);
            return owner(one) == owner(other)
                    && String.valueOf(one.get("dev")).equals(String.valueOf(other.get("dev")));
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Object> attributes(Path path) throws IOException {
        return Files.readAttributes(path, "unix:uid,dev,isRegularFile", LinkOption.NOFOLLOW_LINKS);
    }

    private static long owner(Map<String, Object> attributes) {
        return attributes.get("uid") instanceof Integer uid ? Integer.toUnsignedLong(uid) : -1;
    }
}
