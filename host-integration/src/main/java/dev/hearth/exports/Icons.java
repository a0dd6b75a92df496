package dev.hearth.exports;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The icons of exported apps, in the user's own directory for icons, each under the name of its app's file. */
record Icons(Path directory) {
    private static final Pattern THEMED =
            Pattern.compile(".*/icons/hicolor/([A-Za-z0-9@]+)/apps/[^/]*(\\.(?:png|svg|xpm))");
    private static final Pattern KNOWN = Pattern.compile(".*(\\.(?:png|svg|xpm))");

    /**
     * Copies icons.
     *
     * @return how a desktop entry names them; absent when none was of use
     */
    Optional<String> copy(String name, List<OfferedApp.Icon> icons) {
        boolean themed = false;
        Optional<String> plain = Optional.empty();
        for (var icon : icons) {
            var place = THEMED.matcher(icon.path().toString());
            var known = KNOWN.matcher(icon.path().toString());
            if (place.matches()) {
                write(themed(place.group(1)).resolve(name + place.group(2)), icon);
                themed = true;
            } else if (known.matches()) {
                var file = directory.resolve(name + known.group(1));
                write(file, icon);
                plain = Optional.of(file.toString());
            }
        }
        touch();
        return themed ? Optional.of(name) : plain;
    }

    /** Gives an app's icons the name of another file. */
    void rename(String from, String to) {
        files(from).forEach(file -> move(file, file.resolveSibling(to + ending(file, from))));
        touch();
    }

    void remove(String name) {
        for (var file : files(name)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> files(String name) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        // The directory itself, and hicolor/SIZE/apps.
        try (var all = Files.find(directory, 4, (file, facts) -> facts.isRegularFile() && isOf(file, name))) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(Path file, String name) {
        var fileName = file.getFileName().toString();
        return fileName.startsWith(name)
                && KNOWN.matcher("/" + ending(file, name)).matches()
                && ending(file, name).lastIndexOf('.') == 0;
    }

    private static String ending(Path file, String name) {
        return file.getFileName().toString().substring(name.length());
    }

    private Path themed(String size) {
        return directory.resolve("hicolor").resolve(size).resolve("apps");
    }

    private static void write(Path file, OfferedApp.Icon icon) {
        try {
            var parent = Files.createDirectories(file.resolveSibling(""));
            var beside = Files.createTempFile(parent, ".hearth-", ".new");
            try {
                Files.write(beside, HexFormat.of().parseHex(icon.hexadecimal()));
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(beside, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the time of this directory desktops see that a theme has changed. */
    private void touch() {
        var theme = directory.resolve("hicolor");
        try {
            if (Files.isDirectory(theme)) {
                Files.delete(Files.createTempFile(theme, ".hearth-", ".new"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
