package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rollback would undo in the configuration: an older deployment has its own etc, and nothing is merged into it.
 *
 * @param rows sorted by path
 */
public record LostChanges(List<Row> rows) {

    /**
     * A path that changed since.
     *
     * @param state added: the older configuration lacks it; removed: it has it still; else changed
     * @param kind what lies there now, or lay there when it was removed
     * @param differences in what it changed; empty unless it is changed
     */
    public record Row(Path path, DriftState state, EntryKind kind, Set<Difference> differences) {
        public Row {
            differences = Set.copyOf(differences);
        }
    }

    public LostChanges {
        rows = List.copyOf(rows);
    }

    /** {@return what is otherwise in the current configuration than in that of an older deployment} */
    public static LostChanges between(EtcTree current, EtcTree older) {
        var paths = new TreeSet<>(older.paths());
        paths.addAll(current.paths());
        return new LostChanges(paths.stream()
                .map(path -> row(path, current, older))
                .filter(row -> row.state() != DriftState.UNCHANGED)
                .toList());
    }

    private static Row row(Path path, EtcTree current, EtcTree older) {
        var column = ConfigDrift.column(path, older, current);
        var before = older.at(path);
        var last = before == null ? EntryKind.OTHER : before.kind();
        return new Row(path, column.state(), column.presentKind().orElse(last), column.differences());
    }
}
