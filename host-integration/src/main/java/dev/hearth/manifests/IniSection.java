package dev.hearth.manifests;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlPosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A section of an INI file, whose keys may be there more than once.
 *
 * @param position of its name
 */
record IniSection(String name, YamlPosition position, List<Entry> entries) {

    /**
     * One line of it.
     *
     * @param at where the key stands
     * @param value without quotes
     * @param valueAt where the value stands
     */
    record Entry(String key, YamlPosition at, String value, YamlPosition valueAt) {}

    IniSection {
        entries = List.copyOf(entries);
    }

    /**
     * {@return the sections of a file, by their names}
     *
     * @throws YamlError where a line is none of an INI file
     */
    static LinkedHashMap<String, IniSection> parse(String text, String file) {
        var sections = new LinkedHashMap<String, IniSection>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            var position = new YamlPosition(file, number, 1 + indentation(lines.get(number - 1)));
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[")) {
                begin(sections, line, position);
            } else {
                add(sections, line, position);
            }
        }
        return sections;
    }

    private static void begin(LinkedHashMap<String, IniSection> sections, String line, YamlPosition position) {
        if (!line.endsWith("]")) {
            throw new YamlError(position, "A section's name does not end", "Write `[NAME]` on a line of its own.");
        }
        var name = line.substring(1, line.length() - 1).strip();
        if (sections.containsKey(name)) {
            throw new YamlError(position, "The section '" + name + "' is here again", "Join the two.");
        }
        sections.put(name, new IniSection(name, position, List.of()));
    }

    private static void add(LinkedHashMap<String, IniSection> sections, String line, YamlPosition position) {
        int equals = line.indexOf('=');
        if (equals <= 0 || sections.isEmpty()) {
            throw new YamlError(
                    position,
                    sections.isEmpty() ? "This belongs to no section" : "This is no `KEY=VALUE`",
                    "Name the box in a line `[NAME]`, and below it write `KEY=VALUE` lines.");
        }
        var value = line.substring(equals + 1).strip();
        var at = new YamlPosition(position.file(), position.line(), position.column() + equals + 1);
        var entry = new Entry(line.substring(0, equals).strip(), position, unquoted(value), at);
        var last = sections.lastEntry().getValue();
        var entries = new ArrayList<>(last.entries());
        entries.add(entry);
        sections.put(last.name(), new IniSection(last.name(), last.position(), entries));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
