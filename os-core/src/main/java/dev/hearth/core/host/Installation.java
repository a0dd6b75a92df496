package dev.hearth.core.host;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where hearth is installed.
 *
 * @param top the directory above which nothing is looked at: {@code /} but for tests
 * @param owner whose it has to be to be trusted: 0 but for tests
 * @param program the launcher, as it was called
 */
public record Installation(Path top, long owner, Path program) {
    private static final int WRITABLE_BY_OTHERS = 0022;

    /** {@return the launcher's path without links} */
    public Path launcher() throws IOException {
        return program.toRealPath();
    }

    /**
     * {@return whether nobody but the owner can change what runs}
     *
     * <p>A checkout, or what lies in somebody's home, can be changed by that person's programs: as root it would do
     * whatever these like.
     */
    public boolean isOwners() {
        try {
            var launcher = launcher();
            var bin = launcher.getParent();
            var home = bin == null ? null : bin.getParent();
            return home != null
                    && launcher.equals(home.resolve("bin/hearth"))
                    && Files.isDirectory(home.resolve("lib"))
                    && isPathOwners(home)
                    && isTreeOwners(home);
        } catch (IOException e) {
            // What cannot be looked at is not known to be anybody's.
            return false;
        }
    }

    private boolean isPathOwners(Path path) throws IOException {
        for (var each = path; each != null && each.startsWith(top); each = each.getParent()) {
            if (!isOwners(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTreeOwners(Path tree) throws IOException {
        var visitor = new SimpleFileVisitor<Path>() {
            private boolean all = true;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return seen(isOwners(directory));
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean link = attributes.isSymbolicLink();
                return seen(isOwners(file) && (!link || isPathOwners(reached(file))));
            }

            private FileVisitResult seen(boolean owners) {
                all &= owners;
                return all ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        };
        Files.walkFileTree(tree, visitor);
        return visitor.all;
    }

    /** {@return where a path leads, or the directory in which somebody could yet make what it leads to} */
    private static Path reached(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException missing) {
            var next =
                    Files.isSymbolicLink(path) ? path.resolveSibling(Files.readSymbolicLink(path)) : path.getParent();
            if (next == null) {
                throw missing;
            }
            return reached(next);
        }
    }

    /** Of a link, only who made it counts; its mode means nothing. */
    private boolean isOwners(Path path) throws IOException {
        return number(path, "unix:uid") == owner
                && (Files.isSymbolicLink(path) || (number(path, "unix:mode") & WRITABLE_BY_OTHERS) == 0);
    }

    private static long number(Path path, String attribute) throws IOException {
        return Files.getAttribute(path, attribute, NOFOLLOW_LINKS) instanceof Integer number
                ? Integer.toUnsignedLong(number)
                : -1;
    }
}
