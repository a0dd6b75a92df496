package dev.hearth.os.health;

import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program that says by its exit status whether something is well.
 *
 * @param name of its file
 * @param required whether a boot in which it fails went wrong; the others only tell
 * @param problem why it is not run; absent where it can be
 */
public record CheckProgram(
        String name, boolean required, Path file, @Nullable String problem) {
    private static final int WRITABLE_BY_OTHERS = 0022;

    /** Where the base's maker has some, and then those of the machine, of which one takes the place of its namesake. */
    private static final List<String> PLACES = List.of("usr/lib/hearth/check", "etc/hearth/check");

    /** {@return the directory for a machine's own} */
    static Path directory(Path root, boolean required) {
        return root.resolve(PLACES.getLast()).resolve(name(required));
    }

    private static String name(boolean required) {
        return required ? "required.d" : "wanted.d";
    }

    /**
     * {@return all of a host: the required ones first, by name}
     *
     * @param root of its file system, which its links lead to places in
     * @param owner whose they have to be: root's, but for tests
     */
    public static List<CheckProgram> of(Path root, long owner) {
        var tree = new Root(root);
        var programs = new TreeMap<String, CheckProgram>();
        for (boolean required : new boolean[] {false, true}) {
            for (var place : PLACES) {
                var directory = root.resolve(place).resolve(name(required));
                files(directory).forEach(file -> add(programs, tree, file, required, owner));
            }
        }
        return programs.values().stream()
                .sorted((one, other) -> Boolean.compare(other.required(), one.required()))
                .toList();
    }

    /** A link to nothing takes a program of the maker's away, as with systemd's units. */
    private static void add(Map<String, CheckProgram> programs, Root tree, Path file, boolean required, long owner) {
        var name = file.getFileName().toString();
        var key = name(required) + "/" + name;
        var target = tree.find(tree.directory().relativize(file)).orElse(file);
        if (Files.isSymbolicLink(file) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            programs.remove(key);
        } else {
            programs.put(key, new CheckProgram(name, required, file, problem(target, owner)));
        }
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> !hidden(file) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What editors leave behind is none. */
    private static boolean hidden(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }

    private static @Nullable String problem(Path file, long owner) {
        try {
            if (!Files.isExecutable(file)) {
                return "it is not executable";
            }
            return isOwners(file, owner) && isOwners(file.resolveSibling(""), owner)
                    ? null
                    : "others than root could change it";
        } catch (IOException e) {
            return "it cannot be looked at: " + e.getMessage();
        }
    }

    private static boolean isOwners(Path path, long owner) throws IOException {
        return number(path, "unix:uid") == owner && (number(path, "unix:mode") & WRITABLE_BY_OTHERS) == 0;
    }

    private static long number(Path path, String attribute) throws IOException {
        return Files.getAttribute(path, attribute) instanceof Integer number ? Integer.toUnsignedLong(number) : -1;
    }
}
