package dev.hearth.cli.homes;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.output.Table;
import dev.hearth.core.text.Printable;
import dev.hearth.homes.HomeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows changes of a home. */
final class ChangeTable {
    /** The name of the list in JSON. */
    static final String NAME = "differences";

    static final Table<Row> TABLE = Table.of(List.of(
            Column.of("CHANGE", ChangeTable::change),
            Column.of("TYPE", Row::type),
            Column.of("SIZE", row -> row.type().equals("file") ? Sizes.text(row.size()) : ""),
            Column.of("PATH", Row::path)));

    /** More would push the question off the screen. */
    private static final int SHOWN = 20;

    private ChangeTable() {}

    /**
     * A path where the pet's view and the home differ; the components are the JSON contract.
     *
     * @param path below the home; bytes that are no UTF-8 are written as \xFF
     * @param change added, changed or removed, by the pet
     * @param type file, directory, link or special; of what the home has where the pet removed it
     * @param size bytes, likewise
     * @param conflict whether the home changed there, too, after the pet wrote
     */
    record Row(String path, String change, String type, long size, boolean conflict) {
        static Row of(HomeChange change) {
            return new Row(
                    change.path().text(),
                    change.kind().word(),
                    change.type().name().toLowerCase(Locale.ROOT),
                    change.size(),
                    change.conflict());
        }
    }

    static List<Row> rows(List<HomeChange> changes) {
        return changes.stream().map(Row::of).toList();
    }

    /** {@return the first changes, and how many there are, to be read before a question} */
    static List<String> summary(List<HomeChange> changes) {
        var lines = new ArrayList<String>();
        changes.stream()
                .limit(SHOWN)
                .forEach(change -> lines.add("%-7s  %s"
                        .formatted(
                                change.kind().word(),
                                Printable.line(change.path().text()))));
        if (changes.size() > SHOWN) {
            lines.add("… and %d more".formatted(changes.size() - SHOWN));
        }
        return lines;
    }

    private static String change(Row row) {
        return row.conflict() ? row.change() + ", and in your home" : row.change();
    }
}
