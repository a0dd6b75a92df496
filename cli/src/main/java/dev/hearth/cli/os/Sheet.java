package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keys and values below each other, the keys ending in one column as rpm-ostree has them. */
final class Sheet {
    /** The width of rpm-ostree's longest key, {@code InactiveRemoteOverrides}. */
    static final int DEPLOYMENT_KEY = 23;

    /** The width of {@code SecAdvisories}. */
    static final int UPDATE_KEY = 13;

    private static final int AROUND_KEY = 4;

    private final Page page;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    Sheet(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    List<String> lines() {
        return lines;
    }

    /** Adds a value; none and an empty one leave the line out. */
    void add(String key, @Nullable String value) {
        add(key, value, UnaryOperator.identity());
    }

    /** Adds a value that is dressed up. */
    void add(String key, @Nullable String value, UnaryOperator<String> style) {
        if (value != null && !value.isEmpty()) {
            line(key, style.apply(Printable.line(value)));
        }
    }

    /** Adds values, each on a line of its own. */
    void addEach(String key, List<String> values) {
        var shown = key;
        for (var value : values) {
            line(shown, Printable.line(value));
            shown = "";
        }
    }

    /** Adds words on as many lines as they need. */
    void addWords(String key, List<String> words) {
        addEach(key, page.wrapped(words, width + AROUND_KEY));
    }

    private void line(String key, String value) {
        lines.add(
                "  " + " ".repeat(Math.max(0, width - key.length())) + key + (key.isEmpty() ? " " : ":") + " " + value);
    }
}
