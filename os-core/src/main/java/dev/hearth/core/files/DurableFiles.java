package dev.hearth.core.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that everybody may read, and that are as they were or as they are to be when the power fails. */
public final class DurableFiles {
    private DurableFiles() {}

    /** Makes a directory that only its owner may write to. */
    public static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file's content in one step; its directory must exist. */
    public static void write(Path file, String content) {
        var directory = file.toAbsolutePath().resolveSibling("");
        try {
            var beside = Files.createTempFile(directory, "." + file.getFileName(), ".new");
            try {
                Files.writeString(beside, content);
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
                force(beside);
                Files.move(beside, file, ATOMIC_MOVE);
                force(directory);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
