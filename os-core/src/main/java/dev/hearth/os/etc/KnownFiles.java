package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.Set;

/** Files whose meaning decides what is done when both sides changed them. */
final class KnownFiles {
    /** Made from other files at boot or by the next package; the new one fits the new system. */
    private static final Set<Path> GENERATED =
            Set.of(Path.of("ld.so.cache"), Path.of("udev/hwdb.bin"), Path.of(".updated"));

    /** This machine's own, or copies that tools keep of such files; no default can be better. */
    private static final Set<Path> OWN = Set.of(
            Path.of("machine-id"),
            Path.of(".pwd.lock"),
            Path.of("passwd-"),
            Path.of("group-"),
            Path.of("shadow-"),
            Path.of("gshadow-"),
            Path.of("subuid-"),
            Path.of("subgid-"));

    private KnownFiles() {}

    static boolean isGenerated(Path path) {
        return GENERATED.contains(path);
    }

    static boolean isTheMachinesOwn(Path path) {
        return OWN.contains(path);
    }
}
