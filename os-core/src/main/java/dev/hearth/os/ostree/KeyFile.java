package dev.hearth.os.ostree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key file as GLib writes it: groups of keys with values. What hearth does not know survives reading and writing.
 *
 * @param groups by name, in the file's order
 */
record KeyFile(Map<String, Map<String, String>> groups) {
    static final KeyFile EMPTY = new KeyFile(Map.of());

    KeyFile {
        var copy = new LinkedHashMap<String, Map<String, String>>();
        groups.forEach((name, keys) -> copy.put(name, new LinkedHashMap<>(keys)));
        groups = copy;
    }

    /** Text that belongs in no such file. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads a file's text; comments are dropped.
     *
     * @throws Malformed for the first line that cannot be read
     */
    static KeyFile parse(String text) {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> group = null;
        int number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                group = groups.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new LinkedHashMap<>());
            } else if (group != null && equals > 0) {
                group.put(
                        line.substring(0, equals).stripTrailing(),
                        line.substring(equals + 1).stripLeading());
            } else {
                throw new Malformed(
                        "line %d is neither a group, nor a key with a value, nor a comment".formatted(number));
            }
        }
        return new KeyFile(groups);
    }

    /** {@return the value of a key, when it is there} */
    Optional<String> value(String group, String key) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key))
                .map(KeyFile::unescaped);
    }

    /** {@return whether a key is there and says yes} */
    boolean flag(String group, String key) {
        return value(group, key).filter("true"::equals).isPresent();
    }

    /** {@return the values of a list; empty when the key is not there} */
    List<String> list(String group, String key) {
        var raw = groups.getOrDefault(group, Map.of()).getOrDefault(key, "");
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character == '\\' && at + 1 < raw.length()) {
                value.append(character).append(raw.charAt(++at));
            } else if (character == ';') {
                values.add(unescaped(value.toString()));
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        if (!value.isEmpty()) {
            values.add(unescaped(value.toString()));
        }
        return List.copyOf(values);
    }

    /** {@return the same with a key set} */
    KeyFile with(String group, String key, String value) {
        return withRaw(group, key, escaped(value));
    }

    /** {@return the same with a list set; an empty one takes the key away} */
    KeyFile with(String group, String key, List<String> values) {
        return values.isEmpty()
                ? without(group, key)
                : withRaw(
                        group,
                        key,
                        values.stream()
                                .map(value -> escaped(value).replace(";", "\\;") + ";")
                                .collect(Collectors.joining()));
    }

    /** {@return the same without a key; a group goes with its last key} */
    KeyFile without(String group, String key) {
        var changed = new KeyFile(groups);
        var keys = changed.groups.get(group);
        if (keys != null) {
            keys.remove(key);
            if (keys.isEmpty()) {
                changed.groups.remove(group);
            }
        }
        return changed;
    }

    /** {@return the same without a group} */
    KeyFile without(String group) {
        var changed = new KeyFile(groups);
        changed.groups.remove(group);
        return changed;
    }

    private KeyFile withRaw(String group, String key, String raw) {
        var changed = new KeyFile(groups);
        changed.groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).put(key, raw);
        return changed;
    }

    /** {@return the file's text} */
    @Override
    public String toString() {
        return groups.entrySet().stream()
                .map(group -> "[" + group.getKey() + "]\n" + lines(group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        var escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
        // A leading blank would be taken for the one that may follow the equals sign.
        return escaped.startsWith(" ") ? "\\s" + escaped.substring(1) : escaped;
    }

    private static String unescaped(String raw) {
        var value = new StringBuilder();
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character != '\\' || at + 1 == raw.length()) {
                value.append(character);
                continue;
            }
            char escape = raw.charAt(++at);
            value.append(
                    switch (escape) {
                        case 's' -> ' ';
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        default -> escape;
                    });
        }
        return value.toString();
    }
}
