package dev.hearth.os.ostree;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of the package files that were layered, so that the next upgrade has them: what the user gave may be gone by then.
 *
 * <p>A copy's name is its digest, so that it is the file that the origin means, or none.
 */
final class PackageFiles {
    private final Path directory;
    private final Processes processes;

    PackageFiles(Sysroot sysroot, Processes processes) {
        directory = sysroot.extension().resolve("packages");
        this.processes = processes;
    }

    /**
     * {@return what a file is, by its own description}
     *
     * @throws NoPackageFile when it is no package
     */
    StoredPackage inspect(Path file) {
        var name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw NoPackageFile.missing(file);
        }
        var command = name.endsWith(".rpm")
                ? Command.of("rpm", "--query", "--package", "--nosignature", "--queryformat")
                        .with("%{NAME}-%{EVR}.%{ARCH}", "--", absolute(file))
                : Command.of("dpkg-deb", "--show", "--showformat=${Package}_${Version}_${Architecture}.deb")
                        .with(absolute(file));
        var finished = processes.run(command.withEnvironment("LC_ALL", "C.UTF-8"));
        if (!finished.succeeded() || !finished.out().strip().matches("[!-~&&[^;:]]+(:[!-~&&[^;]]+)?")) {
            throw NoPackageFile.malformed(file);
        }
        return new StoredPackage(digest(file), finished.out().strip());
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    /** Keeps a copy of a file. */
    void keep(Path file) {
        var stored = path(inspect(file));
        if (Files.exists(stored)) {
            return;
        }
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var copy = directory.resolve("incoming");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, stored, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the copy of a package's file}
     *
     * @throws NoPackageFile when it is gone or is not what it was
     */
    Path copy(StoredPackage stored) {
        var file = path(stored);
        if (!Files.isRegularFile(file) || !digest(file).equals(stored.digest())) {
            throw NoPackageFile.lost(stored.title());
        }
        return file;
    }

    private Path path(StoredPackage stored) {
        var ending = stored.title().endsWith(".deb") ? ".deb" : ".rpm";
        return directory.resolve(stored.digest() + ending);
    }

    /** Removes the copies that none of the origins names. */
    void sweep(List<Origin> origins) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        var needed = new HashSet<Path>();
        origins.stream()
                .flatMap(origin -> Stream.concat(origin.requestedLocal().stream(), origin.replacements().stream()))
                .map(StoredPackage::parse)
                .map(this::path)
                .forEach(needed::add);
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (!needed.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try (var stream = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchFileException _) {
            throw NoPackageFile.missing(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
