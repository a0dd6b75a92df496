package dev.hearth.os.packages;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * A copy of rpm's database for as long as it is read: rpm writes beside a database even to read it, and the files of a
 * deployment must not change.
 *
 * @param directory that holds it
 */
record RpmCopy(Path directory) implements AutoCloseable {
    private static final Set<String> FILES = Set.of(
            // One of these for each of the formats that rpm had: SQLite, ndb, Berkeley DB.
            "rpmdb.sqlite", "rpmdb.sqlite-wal", "Packages.db", "Index.db", "Packages");

    /** {@return whether the directory holds a database} */
    static boolean isIn(Path directory) {
        return FILES.stream().anyMatch(name -> Files.isRegularFile(directory.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    static RpmCopy of(Path database) throws IOException {
        var copy = new RpmCopy(Files.createTempDirectory("hearth-rpm-"));
        try {
            for (var name : FILES) {
                var file = database.resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copy.directory.resolve(name), LinkOption.NOFOLLOW_LINKS);
                }
            }
            return copy;
        } catch (IOException | RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public void close() {
        DirectoryTree.delete(directory);
    }
}
