package dev.hearth.generations;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many things of a kind differ between two states. */
public record ChangeCount(int added, int changed, int removed) {
    private static final Pattern WRITTEN = Pattern.compile("\\+(\\d{1,9}) ~(\\d{1,9}) -(\\d{1,9})");

    /** {@return whether nothing differs} */
    public boolean isNone() {
        return added == 0 && changed == 0 && removed == 0;
    }

    static Optional<ChangeCount> parse(String text) {
        return Optional.of(WRITTEN.matcher(text))
                .filter(Matcher::matches)
                .map(written -> new ChangeCount(
                        Integer.parseInt(written.group(1)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(3))));
    }

    @Override
    public String toString() {
        return "+%d ~%d -%d".formatted(added, changed, removed);
    }
}
