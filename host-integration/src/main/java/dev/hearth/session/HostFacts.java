package dev.hearth.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the host decides how a pet's container is made.
 *
 * @param hostname the host's own name
 * @param language the host's default locale, such as {@code de_DE.UTF-8}; empty when it has none
 * @param capabilities the most that any process here can have, without the {@code CAP_} prefix
 * @param mounts what is mounted
 * @param directories which of the directories that pets share are there
 * @param authorities another text once the certificate authorities that pets copy have changed
 */
public record HostFacts(
        String hostname,
        String language,
        List<String> capabilities,
        MountTable mounts,
        Set<Path> directories,
        String authorities) {
    /** The directories of the host that pets share when they are there. */
    private static final List<String> SHARED =
            List.of("/tmp", "/run/user", "/run/dbus", "/run/systemd/resolve", "/run/media", "/media", "/mnt");

    public HostFacts {
        capabilities = List.copyOf(capabilities);
        directories = Set.copyOf(directories);
    }

    /** Reads the facts of the running host. */
    public static HostFacts read() {
        return new HostFacts(
                firstLine(Path.of("/proc/sys/kernel/hostname")),
                language(List.of(Path.of("/etc/locale.conf"), Path.of("/etc/default/locale"))),
                Capabilities.names(boundingSet()),
                MountTable.read(Path.of("/proc/self/mountinfo")),
                SHARED.stream().map(Path::of).filter(HostFacts::isOwnDirectory).collect(Collectors.toSet()),
                Authorities.stamp(Path.of("/")));
    }

    /** {@return whether pets can share this directory of the host} */
    public boolean has(String directory) {
        return directories.contains(Path.of(directory));
    }

    private static boolean isOwnDirectory(Path directory) {
        // Where /media or /mnt is a link (to /run/media, /var/mnt), what it points to is what matters.
        return Files.isDirectory(directory) && !Files.isSymbolicLink(directory);
    }

    private static long boundingSet() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapBnd:"))
                    .map(line -> Arrays.asList(line.split("\\s+", -1)).getLast())
                    .mapToLong(mask -> Long.parseUnsignedLong(mask, 16))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String language(List<Path> files) {
        return files.stream()
                .filter(Files::isReadable)
                .flatMap(HostFacts::lines)
                .filter(line -> line.startsWith("LANG="))
                .map(line ->
                        line.substring("LANG=".length()).replaceAll("[\"']", "").strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
