package dev.hearth.cli.output;

import dev.hearth.core.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text for people is laid out for.
 *
 * @param columns of the terminal; 0 where nothing has to fit
 */
public record Page(Colors colors, int columns) {
    private static final int NARROWEST = 24;

    /** {@return the words on as many lines as they need beside a margin, or on one where nothing has to fit} */
    public List<String> wrapped(List<String> words, int margin) {
        int width = columns == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns - margin);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            var safe = Printable.line(word);
            if (!line.isEmpty() && Cells.width(line.toString()) + 1 + Cells.width(safe) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(safe);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }
}
