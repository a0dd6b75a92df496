package dev.hearth.os.layer;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of tmpfiles.d, by which a machine's {@code /var} is made when it starts. */
final class Tmpfiles {
    private static final Pattern FIELDS = Pattern.compile("[A-Za-z][^\\s]*\\s+(?<path>\"[^\"]*\"|\\S+).*");

    private Tmpfiles() {}

    static String directory(String path, int mode, long owner, long group) {
        return "d %s %04o %d %d -".formatted(word(path), mode & 07777, owner, group);
    }

    static String link(String path, String target) {
        return "L %s - - - - %s".formatted(word(path), argument(target));
    }

    /** A copy of the file of the same path below {@code /usr/share/factory}. */
    static String copy(String path, int mode, long owner, long group) {
        return "C %s %04o %d %d -".formatted(word(path), mode & 07777, owner, group);
    }

    /** Returns the paths that configuration files name. */
    static Set<String> paths(Stream<String> lines) {
        return lines.map(FIELDS::matcher)
                .filter(fields -> fields.matches())
                .map(fields -> fields.group("path").replace("\"", "").replace("%%", "%"))
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String word(String text) {
        var escaped = argument(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return escaped.matches("[^\\s\"\\\\]+") ? escaped : "\"" + escaped + "\"";
    }

    /** The last field: taken as it is to the end of the line, but for specifiers. */
    private static String argument(String text) {
        return text.replace("%", "%%");
    }
}
