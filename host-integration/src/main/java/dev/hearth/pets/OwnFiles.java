package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.Mount;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells a pet's own files from what it only sees, and from what hearth or the engine put there. */
final class OwnFiles {
    private static final List<String> OTHERS = List.of(
            "/proc",
            "/sys",
            "/dev",
            "/run",
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf",
            "/usr/libexec/hearth",
            "/var/lib/hearth");

    private final List<Path> others;

    /**
     * Tells them apart for a container.
     *
     * @param mounts those that it was asked to have
     * @param volumes those that it has, also because its image asks for them
     */
    OwnFiles(List<Mount> mounts, List<Mount.Volume> volumes) {
        var targets = Stream.concat(mounts.stream(), volumes.stream())
                .map(mount -> mount.target().value());
        others = Stream.concat(OTHERS.stream(), targets).map(Path::of).toList();
    }

    /**
     * {@return paths that a user named}
     *
     * @throws NotOwnFile when one is not of the pet's own files, or something below it is not
     */
    List<ContainerPath> named(List<String> paths) {
        return paths.stream().map(this::named).distinct().toList();
    }

    private ContainerPath named(String text) {
        if (!text.startsWith("/") || text.indexOf('\0') >= 0 || text.indexOf('\n') >= 0) {
            throw NotOwnFile.noPath(text);
        }
        var path = Path.of(text).normalize();
        for (var other : others) {
            if (path.startsWith(other) || other.startsWith(path)) {
                throw NotOwnFile.at(text, other.toString());
            }
        }
        return ContainerPath.of(path.toString());
    }
}
