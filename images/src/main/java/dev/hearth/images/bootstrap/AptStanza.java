package dev.hearth.images.bootstrap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One apt source, by the fields of apt's deb822 form.
 *
 * @param fields by lower-case name; a value of several lines keeps them as they are
 */
record AptStanza(Map<String, String> fields) {
    private static final Map<String, String> ONE_LINE_OPTIONS = Map.of("arch", "architectures", "lang", "languages");

    AptStanza {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static AptStanza of(String uri, String suite, List<String> components, String signedBy) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("types", "deb");
        fields.put("uris", uri);
        fields.put("suites", suite);
        fields.put("components", String.join(" ", components));
        fields.put("signed-by", signedBy);
        return new AptStanza(fields);
    }

    /** Reads a {@code .sources} file. */
    static List<AptStanza> parseDeb822(String text) {
        var stanzas = new ArrayList<AptStanza>();
        var fields = new LinkedHashMap<String, String>();
        var last = "";
        for (var line : Stream.concat(text.lines(), Stream.of("")).toList()) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    stanzas.add(new AptStanza(fields));
                }
                fields.clear();
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.computeIfPresent(last, (_, value) -> value + "\n" + line);
            } else if (!line.startsWith("#") && colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(last, line.substring(colon + 1).strip());
            }
        }
        return List.copyOf(stanzas);
    }

    /** Reads a {@code .list} file, of sources of one line each. */
    static List<AptStanza> parseOneLine(String text) {
        return text.lines()
                .map(line -> line.split("#", 2)[0].strip())
                .flatMap(line -> oneLine(line).stream())
                .toList();
    }

    private static Optional<AptStanza> oneLine(String line) {
        var options = "";
        var rest = line;
        int open = line.indexOf('[');
        int close = line.indexOf(']');
        if (open > 0 && close > open) {
            options = line.substring(open + 1, close).strip();
            rest = line.substring(0, open) + line.substring(close + 1);
        }
        var words = List.of(rest.strip().split("\\s+", -1));
        if (words.size() < 3) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("types", words.get(0));
        fields.put("uris", words.get(1));
        fields.put("suites", words.get(2));
        fields.put("components", String.join(" ", words.subList(3, words.size())));
        for (var option : options.isEmpty() ? new String[0] : options.split("\\s+", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                var name = option.substring(0, equals).toLowerCase(Locale.ROOT);
                var value = option.substring(equals + 1).replace(',', ' ');
                fields.put(ONE_LINE_OPTIONS.getOrDefault(name, name), value);
            }
        }
        return Optional.of(new AptStanza(fields));
    }

    boolean isEnabled() {
        return !fields.getOrDefault("enabled", "yes").equalsIgnoreCase("no");
    }

    List<String> words(String field) {
        var value = fields.getOrDefault(field, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+", -1));
    }

    /** Returns this source with other words in one field. */
    AptStanza with(String field, List<String> words) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, String.join(" ", words));
        return new AptStanza(changed);
    }

    /** Returns the files with the keys that this source trusts; a key written into the source itself is none. */
    List<String> keyrings() {
        return words("signed-by").stream().filter(word -> word.startsWith("/")).toList();
    }

    /** Returns the stanza as a file has it. */
    String text() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
