package dev.hearth.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a unit of systemd says, in its order. */
record UnitText(List<Assignment> assignments) {
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(.*?)\\s*");

    /** A key's value in a section. */
    record Assignment(String section, String key, String value) {}

    UnitText {
        assignments = List.copyOf(assignments);
    }

    static UnitText parse(String text) {
        var assignments = new ArrayList<Assignment>();
        var section = "";
        // A backslash at the end of a line continues it.
        for (var line : text.replaceAll("[ \t]*\\\\\n[ \t]*", " ").lines().toList()) {
            var assignment = LINE.matcher(line);
            if (line.startsWith("[")) {
                section = line.strip();
            } else if (assignment.matches()) {
                assignments.add(new Assignment(section, assignment.group(1), assignment.group(2)));
            }
        }
        return new UnitText(assignments);
    }

    /** {@return the last value of a key of a section} */
    Optional<String> value(String section, String key) {
        return values(section, key).reduce((_, last) -> last);
    }

    /** {@return all values of a key of a section, of those behind the last empty one} */
    Stream<String> values(String section, String key) {
        var values = new ArrayList<String>();
        for (var assignment : assignments) {
            if (assignment.section().equals(section) && assignment.key().equals(key)) {
                if (assignment.value().isEmpty()) {
                    values.clear();
                } else {
                    values.add(assignment.value());
                }
            }
        }
        return values.stream();
    }
}
