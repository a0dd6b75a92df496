package dev.hearth.cli.output;

import dev.hearth.core.text.Printable;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param title in capitals
 * @param text what a row shows there; {@code null} where it has nothing
 * @param style how a cell's text is dressed up where there are colours
 */
public record Column<T>(String title, BiFunction<T, Times, @Nullable String> text, Style<T> style) {

    /** Dresses up the text of one row's cell. */
    @FunctionalInterface
    public interface Style<T> {
        String apply(Colors colors, T row, String text);
    }

    /** {@return a column of text, which need not be trusted} */
    public static <T> Column<T> of(String title, Function<T, @Nullable String> text) {
        return new Column<>(title, (row, _) -> text.apply(row), (_, _, cell) -> cell);
    }

    /** {@return a column of moments} */
    public static <T> Column<T> time(String title, Function<T, @Nullable Instant> moment) {
        return new Column<>(title, (row, times) -> times.text(moment.apply(row)), (_, _, cell) -> cell);
    }

    /** {@return this column with its cells dressed up} */
    public Column<T> styled(Style<T> dress) {
        return new Column<>(title, text, dress);
    }

    String cell(T row, Times times) {
        var shown = text.apply(row, times);
        return shown == null ? "" : Printable.line(shown);
    }
}
