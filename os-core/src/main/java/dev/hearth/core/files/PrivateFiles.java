package dev.hearth.core.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read, whole or not at all. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes a directory, with its parents, that only the owner may enter.
     *
     * @return the directory
     * @throws UnsafeDirectory when it is there already as a link, or as somebody else's
     */
    public static Path directory(Path directory, long owner) {
        try {
            Files.createDirectories(directory.getParent());
            try {
                Files.createDirectory(directory, permissions(DIRECTORY));
            } catch (FileAlreadyExistsException e) {
                requireOwn(directory, owner);
                Files.setPosixFilePermissions(directory, DIRECTORY);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file's content in one step; its directory must exist. */
    public static void write(Path file, String content) {
        try {
            var beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new", permissions(FILE));
            try {
                Files.writeString(beside, content, StandardCharsets.UTF_8);
                Files.move(beside, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty file that must not be there yet. */
    public static void createNew(Path file) throws IOException {
        Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), permissions(FILE)).close();
    }

    /**
     * Makes a log that programs append to, for the owner only; its directory must exist.
     *
     * @param largest bytes; a log that has more is put aside, in place of the one that was put aside before
     */
    public static void log(Path file, long largest) {
        try {
            if (Files.isRegularFile(file, NOFOLLOW_LINKS) && Files.size(file) > largest) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
            }
            Files.newByteChannel(file, Set.of(CREATE, APPEND, NOFOLLOW_LINKS), permissions(FILE))
                    .close();
            Files.setPosixFilePermissions(file, FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    private static void requireOwn(Path directory, long owner) throws IOException {
        boolean own = Files.isDirectory(directory, NOFOLLOW_LINKS)
                && Files.getAttribute(directory, "unix:uid", NOFOLLOW_LINKS) instanceof Integer uid
                && Integer.toUnsignedLong(uid) == owner;
        if (!own) {
            throw new UnsafeDirectory(directory);
        }
    }
}
