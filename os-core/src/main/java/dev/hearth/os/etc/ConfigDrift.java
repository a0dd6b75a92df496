package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the local configuration, or the new defaults, differ from the old defaults.
 *
 * <p>For one deployment alone its usr/etc is both the old and the new default.
 */
public record ConfigDrift(List<Row> rows) {

    /** One path, with what each of the three trees has there. */
    public record Row(Path path, Column oldDefault, Column newDefault, Column local) {}

    /**
     * What one tree has at a path.
     *
     * @param differences in what it differs from the old default; empty unless it is changed
     */
    public record Column(DriftState state, @Nullable EntryKind kind, Set<Difference> differences) {
        public Column {
            differences = Set.copyOf(differences);
        }

        /** {@return what lies there; absent when nothing does} */
        public Optional<EntryKind> presentKind() {
            return Optional.ofNullable(kind);
        }

        private boolean differs() {
            return state != DriftState.UNCHANGED && state != DriftState.ABSENT;
        }
    }

    public ConfigDrift {
        rows = List.copyOf(rows);
    }

    /** {@return one row for each path where not all is as in the old default, sorted} */
    public static ConfigDrift of(EtcSources sources) {
        return new ConfigDrift(sources.paths().stream()
                .map(path -> row(path, sources))
                .filter(row -> row.newDefault().differs() || row.local().differs())
                .toList());
    }

    private static Row row(Path path, EtcSources sources) {
        var old = sources.oldDefault();
        return new Row(
                path,
                column(path, old, old),
                column(path, old, sources.newDefault()),
                column(path, old, sources.local()));
    }

    static Column column(Path path, EtcTree from, EtcTree to) {
        var before = from.at(path);
        var after = to.at(path);
        if (after == null) {
            return new Column(before == null ? DriftState.ABSENT : DriftState.REMOVED, null, Set.of());
        }
        if (before == null) {
            return new Column(DriftState.ADDED, after.kind(), Set.of());
        }
        var differences = from.differences(path, to);
        return new Column(differences.isEmpty() ? DriftState.UNCHANGED : DriftState.CHANGED, after.kind(), differences);
    }
}
