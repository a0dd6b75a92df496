package dev.hearth.exports;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The exports of one kind, which are the marked files of a directory.
 *
 * @param suffix that files of the kind have behind their names
 * @param permissions that new files get
 */
record ExportFiles(ExportKind kind, Path directory, String suffix, Set<PosixFilePermission> permissions) {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> TEXT = PosixFilePermissions.fromString("rw-r--r--");

    static ExportFiles programs(Path directory) {
        return new ExportFiles(ExportKind.BIN, directory, "", PROGRAM);
    }

    static ExportFiles apps(ExportPlaces places) {
        return new ExportFiles(ExportKind.APP, places.applications(), ".desktop", TEXT);
    }

    static ExportFiles services(ExportPlaces places) {
        return new ExportFiles(ExportKind.SERVICE, places.units(), ".service", TEXT);
    }

    /** {@return the exports that are there, sorted by their files' names} */
    List<Export> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var exports = new ArrayList<Export>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(this::isOfKind).sorted().toList()) {
                ExportMark.of(file).map(mark -> export(file, mark)).ifPresent(exports::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exports;
    }

    Path file(String stem) {
        return directory.resolve(stem + suffix);
    }

    /**
     * Makes sure that a file can be an export of this mark.
     *
     * @throws FileNotOurs when it is something else by now
     */
    void requireFree(Path file, ExportMark mark) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var other = ExportMark.of(file);
        if (other.isEmpty()) {
            throw new FileNotOurs(file);
        }
        if (!other.get().equals(mark)) {
            throw new ExportNameTaken(file, other.get());
        }
    }

    /** Writes an export whole or not at all; one with the same mark is replaced. */
    Export write(String stem, ExportMark mark, String text) {
        var file = file(stem);
        requireFree(file, mark);
        replace(file, text);
        return export(file, mark);
    }

    /** Replaces a file's content in one step. */
    void replace(Path file, String text) {
        try {
            Files.createDirectories(directory);
            var beside = Files.createTempFile(directory, ".hearth-", ".new");
            try {
                Files.writeString(beside, text);
                Files.setPosixFilePermissions(beside, permissions);
                Files.move(beside, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an export one of the same pet by its new name, under the same name of its own. */
    void rename(Export export, PetName to) {
        replace(export.file(), new Renaming(export.pet(), to).inText(text(export.file())));
    }

    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfKind(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(suffix) && !name.startsWith(".");
    }

    private Export export(Path file, ExportMark mark) {
        var fileName = file.getFileName().toString();
        var stem = fileName.substring(0, fileName.length() - suffix.length());
        return new Export(kind, kind == ExportKind.APP ? app(mark) : stem, mark.pet(), mark.source(), file);
    }

    /** The entry of a pet itself goes by the pet's name. */
    private static String app(ExportMark mark) {
        return mark.source().isEmpty() ? mark.pet().value() : mark.source();
    }
}
