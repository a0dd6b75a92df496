package dev.hearth.os.layer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Directories with all that is below; links are never followed. */
final class FileTree {
    private FileTree() {}

    static void delete(Path top) throws IOException {
        if (!Files.exists(top, NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                    throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes what is in a directory, which is made when it is not there. */
    static void clear(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (var children = Files.newDirectoryStream(directory)) {
            for (var child : children) {
                delete(child);
            }
        }
    }

    static boolean isEmpty(Path directory) throws IOException {
        try (var children = Files.newDirectoryStream(directory)) {
            return !children.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, NOFOLLOW_LINKS);
    }
}
