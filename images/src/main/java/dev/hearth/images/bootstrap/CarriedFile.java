package dev.hearth.images.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the host that goes into an image.
 *
 * @param file where it lies on the host
 * @param inside its path in the image, from the root and without a slash at its beginning
 */
record CarriedFile(Path file, String inside) {
    private static final List<String> AUTHORITIES =
            List.of("usr/local/share/ca-certificates", "etc/pki/ca-trust/source/anchors");

    /** Returns the certificates that the host's administrator added, in the form that Debian's family wants them. */
    static List<CarriedFile> authoritiesForDebian(Path root) {
        return authorities(root)
                .map(file -> new CarriedFile(
                        file,
                        // Files of another ending are passed over there.
                        "usr/local/share/ca-certificates/"
                                + file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "")
                                + ".crt"))
                .toList();
    }

    /** Returns the certificates that the host's administrator added, where Fedora's family wants them. */
    static List<CarriedFile> authoritiesForFedora(Path root) {
        return authorities(root)
                .map(file -> new CarriedFile(file, "etc/pki/ca-trust/source/anchors/" + file.getFileName()))
                .toList();
    }

    /** Returns the files that may be read, each for its own path in the image. */
    static List<CarriedFile> samePlace(Path root, Stream<Path> files) {
        return files.filter(Files::isRegularFile)
                .filter(Files::isReadable)
                .map(file -> new CarriedFile(file, root.relativize(file).toString()))
                .distinct()
                .toList();
    }

    /** Copies files into a directory, below which they lie as they will lie in the image. */
    static void copyAll(List<CarriedFile> files, Path overlay) {
        try {
            for (var carried : files) {
                var target = overlay.resolve(carried.inside());
                Files.createDirectories(target.getParent());
                // The content and not the link: what it points to is not in the image.
                Files.write(target, Files.readAllBytes(carried.file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is in a directory, sorted; nothing where there is no such directory. */
    static List<Path> listed(Path directory) {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> authorities(Path root) {
        return AUTHORITIES.stream()
                .flatMap(directory -> listed(root.resolve(directory)).stream())
                .filter(file -> file.toString().matches(".*\\.(crt|pem|cer)"))
                .filter(Files::isRegularFile)
                .filter(Files::isReadable);
    }
}
