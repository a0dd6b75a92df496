package dev.hearth.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A desktop entry, as its lines; what is not about exporting stays as it is. */
record DesktopEntry(List<String> lines) {
    private static final String MAIN = "[Desktop Entry]";
    private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9-]+)(\\[[^]]*])?\\s*=\\s*(.*)");

    DesktopEntry {
        lines = List.copyOf(lines);
    }

    static DesktopEntry parse(String text) {
        return new DesktopEntry(text.lines().toList());
    }

    /** {@return whether there is a group at all that says what the entry is} */
    boolean hasMainGroup() {
        return lines.contains(MAIN);
    }

    /** {@return the value of a key of the main group, without a locale} */
    Optional<String> value(String key) {
        var group = "";
        for (var line : lines) {
            if (line.startsWith("[")) {
                group = line;
            }
            var matched = KEY.matcher(line);
            if (group.equals(MAIN) && matched.matches() && matched.group(1).equals(key) && matched.group(2) == null) {
                return Optional.of(matched.group(3));
            }
        }
        return Optional.empty();
    }

    /** {@return the entry with new values for a key in all groups, actions' included} */
    DesktopEntry withEach(String key, UnaryOperator<String> change) {
        return changed(key, false, change);
    }

    /** {@return the entry with new values for a key of the main group, in all its locales} */
    DesktopEntry withMain(String key, UnaryOperator<String> change) {
        return changed(key, true, change);
    }

    /** {@return the entry whose main group has nothing but this for a key} */
    DesktopEntry with(String key, String value) {
        var others = without(key);
        var changed = new ArrayList<>(others.lines());
        changed.add(changed.indexOf(MAIN) + 1, key + "=" + value);
        return new DesktopEntry(changed);
    }

    /** {@return the entry whose main group lacks a key, in all locales} */
    DesktopEntry without(String key) {
        var kept = new ArrayList<String>();
        var group = "";
        for (var line : lines) {
            if (line.startsWith("[")) {
                group = line;
            }
            var matched = KEY.matcher(line);
            if (!(group.equals(MAIN) && matched.matches() && matched.group(1).equals(key))) {
                kept.add(line);
            }
        }
        return new DesktopEntry(kept);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private DesktopEntry changed(String key, boolean mainOnly, UnaryOperator<String> change) {
        var changed = new ArrayList<String>();
        var group = "";
        for (var line : lines) {
            if (line.startsWith("[")) {
                group = line;
            }
            var matched = KEY.matcher(line);
            boolean meant = matched.matches() && matched.group(1).equals(key) && (!mainOnly || group.equals(MAIN));
            var locale = meant && matched.group(2) != null ? matched.group(2) : "";
            changed.add(meant ? key + locale + "=" + change.apply(matched.group(3)) : line);
        }
        return new DesktopEntry(changed);
    }
}
