package dev.hearth.core.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Directories with all that is below; links are never followed. */
public final class DirectoryTree {
    private DirectoryTree() {}

    /** Makes a directory that only its owner may enter; {@return it} */
    public static Path makePrivate(Path directory) {
        try {
            return Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, or a directory with all that is in it, if it is there. */
    public static void delete(Path top) {
        if (!Files.exists(top, NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(top, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is in a directory, which is made when it is not there. */
    public static void clear(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var children = Files.newDirectoryStream(directory)) {
                children.forEach(DirectoryTree::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether there is nothing in a directory that is there} */
    public static boolean isEmpty(Path directory) {
        try (var children = Files.newDirectoryStream(directory)) {
            return !children.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether a path is a directory, and not a link to one} */
    public static boolean isDirectory(Path path) {
        return Files.isDirectory(path, NOFOLLOW_LINKS);
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) throws IOException {
            if (trouble != null) {
                throw trouble;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
