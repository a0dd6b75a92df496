package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Where in a pet a volume may be seen: not where it would keep the pet from working. */
final class VolumeTarget {
    private static final Set<Path> KERNELS = paths("/proc", "/sys", "/dev");

    private static final Set<Path> HEARTHS = paths(
            "/run/host",
            "/run/hearth",
            "/run/.containerenv",
            "/usr/libexec/hearth",
            "/var/lib/hearth",
            "/var/log/hearth-setup.log",
            "/etc/passwd",
            "/etc/group",
            "/etc/shadow",
            "/etc/gshadow",
            "/etc/sudoers",
            "/etc/sudoers.d",
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf");

    /** Of which parts may well be other directories, but not the whole. */
    private static final Set<Path> SYSTEM = paths(
            "/",
            "/bin",
            "/etc",
            "/home",
            "/lib",
            "/lib32",
            "/lib64",
            "/run",
            "/run/user",
            "/sbin",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/lib64",
            "/usr/libexec",
            "/usr/sbin",
            "/usr/share",
            "/var",
            "/var/lib");

    private VolumeTarget() {}

    /**
     * Reads where a volume is to be seen.
     *
     * @throws InvalidVolume when that is no place for one
     */
    static ContainerPath parse(String text) {
        var path = Path.of(text);
        if (!path.isAbsolute() || path.startsWith("..") || contains(path, "..")) {
            throw InvalidVolume.relativeTarget(text);
        }
        var target = path.normalize();
        if (KERNELS.stream().anyMatch(target::startsWith)) {
            throw InvalidVolume.overTheKernels(text);
        }
        if (HEARTHS.stream().anyMatch(target::startsWith)) {
            throw InvalidVolume.overHearths(text);
        }
        if (SYSTEM.contains(target)) {
            throw InvalidVolume.overTheSystem(text);
        }
        return ContainerPath.of(target.toString());
    }

    private static boolean contains(Path path, String name) {
        return Stream.iterate(0, index -> index < path.getNameCount(), index -> index + 1)
                .anyMatch(index -> path.getName(index).toString().equals(name));
    }

    private static Set<Path> paths(String... paths) {
        return Set.copyOf(Stream.of(paths).map(Path::of).toList());
    }
}
