package dev.hearth.cli.generations;

import dev.hearth.generations.ChangeCount;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many of a kind differ; the components are the JSON contract.
 *
 * @param added that were not there
 * @param changed that are different
 * @param removed that are not there any more
 */
record CountView(int added, int changed, int removed) {
    static @Nullable CountView of(@Nullable ChangeCount count) {
        return count == null ? null : new CountView(count.added(), count.changed(), count.removed());
    }

    /** {@return it for people, such as {@code +3 ~1}} */
    static String text(@Nullable CountView count) {
        if (count == null) {
            return "?";
        }
        var text = Stream.of(part("+", count.added), part("~", count.changed), part("-", count.removed))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "none" : text;
    }

    private static String part(String sign, int number) {
        return number == 0 ? "" : sign + number;
    }
}
