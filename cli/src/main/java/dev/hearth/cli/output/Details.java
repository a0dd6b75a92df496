package dev.hearth.cli.output;

import dev.hearth.core.text.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing for people: a line for each of its properties. */
public final class Details<T> {
    private final List<Column<T>> properties = new ArrayList<>();

    /** {@return this with one more property; rows where it has nothing leave the line out} */
    public Details<T> with(String title, Function<T, @Nullable String> text) {
        properties.add(Column.of(title, text));
        return this;
    }

    /** {@return this with a moment as one more property} */
    public Details<T> withTime(String title, Function<T, @Nullable Instant> moment) {
        properties.add(Column.time(title, moment));
        return this;
    }

    /** {@return this with a line for each of several values} */
    public Details<T> withEach(String title, Function<T, List<String>> texts) {
        // A line end stands between the values: cells themselves never have one.
        properties.add(new Column<>(
                title,
                (thing, _) -> {
                    var values = texts.apply(thing);
                    return values.isEmpty()
                            ? null
                            : String.join(
                                    "\n", values.stream().map(Printable::line).toList());
                },
                (_, _, cell) -> cell));
        return this;
    }

    List<String> lines(T thing, Times times, Colors colors) {
        int width = properties.stream()
                .mapToInt(property -> Cells.width(property.title()) + 1)
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        for (var property : properties) {
            var text = property.text().apply(thing, times);
            if (text == null || text.isEmpty()) {
                continue;
            }
            var title = property.title() + ":";
            for (var value : text.split("\n", -1)) {
                lines.add(colors.bold(Cells.padded(title, width)) + "  " + Printable.line(value));
                title = "";
            }
        }
        return lines;
    }
}
