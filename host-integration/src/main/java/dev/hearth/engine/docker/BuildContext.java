package dev.hearth.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Packs a directory as an engine wants it that is to build from it: everything root's, links as links. */
final class BuildContext {
    private BuildContext() {}

    /** {@return the tar archive; recipes are small} */
    static byte[] of(Path directory) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(directory, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@return the tar archive of a directory in which there is one file} */
    static byte[] of(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            var content = text.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Path directory, ByteArrayOutputStream target) throws IOException {
        try (var tar = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
                var files = Files.walk(directory)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var file :
                    files.filter(found -> !found.equals(directory)).sorted().toList()) {
                add(tar, directory, file);
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path directory, Path file) throws IOException {
        var attributes = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var name = directory.relativize(file).toString();
        if (attributes.isSymbolicLink()) {
            var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(file).toString());
            tar.putArchiveEntry(entry);
        } else if (attributes.isDirectory()) {
            put(tar, new TarArchiveEntry(name + "/"), attributes);
        } else if (attributes.isRegularFile()) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(attributes.size());
            put(tar, entry, attributes);
            Files.copy(file, tar);
        } else {
            return;
        }
        tar.closeArchiveEntry();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, PosixFileAttributes attributes)
            throws IOException {
        entry.setMode(mode(attributes.permissions()));
        entry.setIds(0, 0);
        entry.setModTime(attributes.lastModifiedTime());
        tar.putArchiveEntry(entry);
    }

    private static int mode(Set<PosixFilePermission> permissions) {
        int mode = 0;
        // Declared from OWNER_READ, the highest bit, to OTHERS_EXECUTE, the lowest.
        for (var permission : PosixFilePermission.values()) {
            mode = (mode << 1) | (permissions.contains(permission) ? 1 : 0);
        }
        return mode;
    }
}
