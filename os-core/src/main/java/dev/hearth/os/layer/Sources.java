package dev.hearth.os.layer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a package manager takes packages from, with the keys and proxies that go with it.
 *
 * <p>Package managers see them while they fetch lists and packages and work out what is needed, and never while packages
 * are installed: a machine's sources are not to become part of a tree.
 *
 * @param etc laid out like {@code /etc}, with at least those of {@link #DIRECTORIES} that exist; absent for the tree's own
 */
public record Sources(@Nullable Path etc) {
    /** What package managers read below {@code /etc}. */
    public static final List<Path> DIRECTORIES =
            List.of(Path.of("apt"), Path.of("dnf"), Path.of("yum"), Path.of("yum.repos.d"), Path.of("pki", "rpm-gpg"));

    /** {@return those that the tree has by itself} */
    public static Sources ofTree() {
        return new Sources(null);
    }

    /** {@return those of a machine} */
    public static Sources in(Path etc) {
        return new Sources(etc);
    }

    /** Lays them over the tree's own for one command, read-only. */
    SandboxedCommand shownTo(SandboxedCommand command) {
        var shown = command;
        for (var directory : DIRECTORIES) {
            if (etc != null && Files.isDirectory(etc.resolve(directory))) {
                shown = shown.seeing("/etc/" + directory, etc.resolve(directory));
            }
        }
        return shown;
    }
}
