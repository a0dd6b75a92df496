package dev.hearth.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A listing for people: a header, and a line for each row. */
public final class Table<T> {
    private static final String GAP = "   ";
    private static final int NARROWEST = 8;

    private final List<Column<T>> columns;

    private Table(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** {@return a table of these columns; the last one gives way first where the terminal is narrow} */
    public static <T> Table<T> of(List<Column<T>> columns) {
        return new Table<>(columns);
    }

    /**
     * {@return the table's lines}
     *
     * @param limit the terminal's cells; no limit when 0
     */
    List<String> lines(List<T> rows, Times times, Colors colors, int limit) {
        var widths = widths(rows, times, limit);
        var lines = new ArrayList<String>();
        var header = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            header.add(Cells.padded(columns.get(i).title(), widths[i]));
        }
        lines.add(colors.bold(String.join(GAP, header).stripTrailing()));
        rows.forEach(row -> lines.add(line(row, times, colors, widths)));
        return lines;
    }

    private String line(T row, Times times, Colors colors, int[] widths) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var text = Cells.cut(column.cell(row, times), widths[i]);
            var blanks = i == columns.size() - 1 ? "" : Cells.padded("", widths[i] - Cells.width(text));
            cells.add(column.style().apply(colors, row, text) + blanks);
        }
        return String.join(GAP, cells).stripTrailing();
    }

    private int[] widths(List<T> rows, Times times, int limit) {
        var widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            var column = columns.get(i);
            widths[i] = rows.stream()
                    .mapToInt(row -> Cells.width(column.cell(row, times)))
                    .reduce(Cells.width(column.title()), Math::max);
        }
        return limit == 0 ? widths : narrowed(widths, limit);
    }

    /** Takes cells from the last columns until the line fits, as long as something readable stays. */
    private static int[] narrowed(int[] widths, int limit) {
        int excess = (widths.length - 1) * GAP.length() - limit;
        for (int width : widths) {
            excess += width;
        }
        for (int i = widths.length - 1; i > 0 && excess > 0; i--) {
            int given = Math.clamp(widths[i] - NARROWEST, 0, excess);
            widths[i] -= given;
            excess -= given;
        }
        return widths;
    }
}
