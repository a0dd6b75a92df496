package dev.hearth.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What is mounted on the host, as {@code /proc/self/mountinfo} has it.
 *
 * @param entries in the kernel's order
 */
public record MountTable(List<Entry> entries) {
    public MountTable {
        entries = List.copyOf(entries);
    }

    /**
     * One mount.
     *
     * @param propagates whether mounts made below it reach other namespaces (it is shared or a slave)
     */
    public record Entry(Path point, boolean propagates) {}

    /** Reads a mountinfo file. */
    public static MountTable read(Path mountinfo) {
        try {
            return parse(Files.readString(mountinfo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the text of a mountinfo file. */
    public static MountTable parse(String text) {
        return new MountTable(text.lines().map(MountTable::entry).toList());
    }

    /**
     * {@return whether an engine accepts the path as a source of a bind that later mounts are to reach}
     *
     * <p>Docker refuses to start a container otherwise ("not a shared or slave mount"), so it has to be known before.
     *
     * @param path with all links resolved
     */
    public boolean propagatesTo(Path path) {
        return entries.stream()
                .filter(entry -> path.startsWith(entry.point()))
                // The deepest mount holds the path; of several on one point, the last one hides the others.
                .max(Comparator.comparingInt(entry -> entry.point().getNameCount()))
                .map(deepest -> lastOn(deepest.point()).propagates())
                .orElse(false);
    }

    private Entry lastOn(Path point) {
        return entries.stream()
                .filter(entry -> entry.point().equals(point))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Entry entry(String line) {
        // 36 35 98:0 /root /point options optional-fields… - type source super-options
        var fields = List.of(line.split(" ", -1));
        var optional = fields.subList(6, Math.max(6, fields.indexOf("-")));
        boolean propagates =
                optional.stream().anyMatch(field -> field.startsWith("shared:") || field.startsWith("master:"));
        return new Entry(Path.of(unescaped(fields.get(4))), propagates);
    }

    private static String unescaped(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
