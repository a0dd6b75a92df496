package dev.hearth.os.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The least of {@code /var} that programs expect: a tree has none, as that belongs to the machine and not to the base.
 */
final class VarSkeleton {
    private static final List<String> DIRECTORIES = List.of(
            "var/cache/apt/archives/partial",
            "var/lib/apt/lists/partial",
            "var/lib/rpm-state",
            "var/local",
            "var/log",
            "var/opt",
            "var/spool",
            "var/tmp");
    private static final List<String> DATABASES = List.of("dpkg", "rpm");

    private VarSkeleton() {}

    /** Makes it in an upper directory, which is empty. */
    static void create(Path tree, Path upper) throws IOException {
        for (var directory : DIRECTORIES) {
            Files.createDirectories(upper.resolve(directory));
        }
        Files.createSymbolicLink(upper.resolve("var/run"), Path.of("../run"));
        Files.createSymbolicLink(upper.resolve("var/lock"), Path.of("../run/lock"));
        // What the sandbox shows as /var/opt.
        if (!Files.isDirectory(tree.resolve("usr/lib/opt"))) {
            Files.createDirectories(upper.resolve("usr/lib/opt"));
        }
        for (var place : placesInVar(tree)) {
            Files.createDirectories(upper.resolve(place));
        }
        if (Files.isDirectory(upper.resolve("var/roothome"))) {
            Files.setPosixFilePermissions(upper.resolve("var/roothome"), PosixFilePermissions.fromString("rwx------"));
        }
        for (var database : DATABASES) {
            var place = Path.of("usr/lib/sysimage", database);
            if (Files.isDirectory(tree.resolve(place))) {
                Files.createSymbolicLink(
                        upper.resolve("var/lib").resolve(database),
                        Path.of("../..").resolve(place));
            }
        }
    }

    /** Returns where links such as {@code /home} lead to. */
    private static List<Path> placesInVar(Path tree) throws IOException {
        var places = new ArrayList<Path>();
        for (var parent : List.of(tree, tree.resolve("usr"))) {
            try (var children = Files.newDirectoryStream(parent, Files::isSymbolicLink)) {
                for (var link : children) {
                    var target =
                            link.resolveSibling(Files.readSymbolicLink(link)).normalize();
                    if (target.startsWith(tree.resolve("var"))) {
                        places.add(tree.relativize(target));
                    }
                }
            }
        }
        return places;
    }
}
