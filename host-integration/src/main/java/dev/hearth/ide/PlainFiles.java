package dev.hearth.ide;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that other programs of the user's read, replaced whole or not at all. */
final class PlainFiles {
    /** As the XDG base directory specification has it, and as OpenSSH wants its own. */
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");

    private PlainFiles() {}

    /** Replaces a file's content in one step; its permissions stay. */
    static void write(Path file, byte[] content) {
        try {
            var permissions = Files.exists(file) ? Files.getPosixFilePermissions(file) : USUAL;
            var directory = Files.createDirectories(file.toAbsolutePath().getParent(), PRIVATE);
            var beside = Files.createTempFile(directory, ".hearth-", ".new");
            try {
                Files.write(beside, content);
                Files.setPosixFilePermissions(beside, permissions);
                Files.move(beside, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
