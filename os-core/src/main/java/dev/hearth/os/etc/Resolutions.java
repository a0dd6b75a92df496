package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The decisions about conflicts so far, each for exactly the contents that it was taken about. */
public record Resolutions(NavigableMap<Path, Resolved> byPath) {
    /** No decision yet. */
    public static final Resolutions NONE = new Resolutions(new TreeMap<>());

    /** A decision, and the contents that it was taken about. */
    public record Resolved(Versions versions, Resolution resolution) {}

    public Resolutions {
        byPath = Collections.unmodifiableNavigableMap(new TreeMap<>(byPath));
    }

    /** {@return these with one more, in place of an earlier one about the same path} */
    public Resolutions with(Path path, Decision.Conflict conflict, Resolution resolution) {
        var more = new TreeMap<>(byPath);
        more.put(path, new Resolved(conflict.versions(), resolution));
        return new Resolutions(more);
    }

    /** {@return those about what lies in a directory, as if that were all of the configuration} */
    public Resolutions below(Path directory) {
        var some = new TreeMap<Path, Resolved>();
        byPath.forEach((path, resolved) -> {
            if (path.startsWith(directory) && !path.equals(directory)) {
                some.put(directory.relativize(path), resolved);
            }
        });
        return new Resolutions(some);
    }

    /** {@return these without those about some paths} */
    public Resolutions without(Set<Path> paths) {
        var fewer = new TreeMap<>(byPath);
        fewer.keySet().removeAll(paths);
        return new Resolutions(fewer);
    }
}
