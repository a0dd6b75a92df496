package dev.hearth.core.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code os-release} says about an operating system.
 *
 * @param id such as {@code debian}; {@code linux} where the file is silent, as its specification has it
 * @param idLike the systems it derives from, nearest first
 * @param versionId such as {@code 12}; empty for rolling systems
 * @param codename such as {@code bookworm}; often empty
 * @param prettyName for people
 */
public record OsRelease(String id, List<String> idLike, String versionId, String codename, String prettyName) {
    public OsRelease {
        idLike = List.copyOf(idLike);
    }

    /** Reads the host's own file below a root directory, {@code /etc/os-release} before {@code /usr/lib/os-release}. */
    public static OsRelease read(Path root) {
        for (var name : List.of("etc/os-release", "usr/lib/os-release")) {
            var file = root.resolve(name);
            if (Files.isReadable(file)) {
                try {
                    return parse(Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return parse("");
    }

    /** Parses the text of an os-release file; unknown keys and malformed lines are passed over. */
    public static OsRelease parse(String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z0-9_]+=.*"))
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
                });
        return from(values);
    }

    private static OsRelease from(Map<String, String> values) {
        var idLike = values.getOrDefault("ID_LIKE", "").strip();
        return new OsRelease(
                values.getOrDefault("ID", "linux"),
                idLike.isEmpty() ? List.of() : List.of(idLike.split("\\s+", -1)),
                values.getOrDefault("VERSION_ID", ""),
                values.getOrDefault("VERSION_CODENAME", ""),
                values.getOrDefault("PRETTY_NAME", "Linux"));
    }

    private static String unquoted(String value) {
        if (value.length() >= 2
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.endsWith(value.substring(0, 1))) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\([\"$`\\\\])", "$1");
        }
        return value;
    }
}
