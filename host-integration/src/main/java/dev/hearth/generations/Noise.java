package dev.hearth.generations;

import dev.hearth.engine.ContainerPath;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changes in a pet without anybody wanting it to: caches, logs, what is temporary, and what hearth itself writes.
 *
 * <p>The lists are part of the manual, in {@code docs/generations.md}.
 */
public final class Noise {
    private static final List<String> BELOW = List.of(
            // Temporary, or made anew at each start.
            "/tmp",
            "/var/tmp",
            "/run",
            "/var/run",
            "/dev",
            "/proc",
            "/sys",
            // Caches, and lists that package managers fetch.
            "/var/cache",
            "/root/.cache",
            "/var/lib/apt/lists",
            "/var/lib/dnf",
            "/var/lib/PackageKit",
            "/var/lib/pacman/sync",
            // Logs.
            "/var/log",
            // Hearth's own.
            "/usr/libexec/hearth",
            "/var/lib/hearth");

    /** Where the host's directories are seen: what is in them is not the pet's, and not told by the engine. */
    private static final Pattern SHARED = Pattern.compile("/home(/[^/]+)?|/media|/mnt|/srv");

    private static final List<String> FILES = List.of(
            "/etc/ld.so.cache",
            "/var/lib/dpkg/lock",
            "/var/lib/dpkg/lock-frontend",
            "/var/lib/dpkg/triggers/Lock",
            "/var/lib/rpm/.rpm.lock",
            "/usr/lib/sysimage/rpm/.rpm.lock",
            "/.dockerenv",
            // Hearth's set-up writes these at each start.
            "/etc/bash.bashrc",
            "/etc/bashrc",
            "/etc/environment",
            "/etc/group",
            "/etc/group-",
            "/etc/gshadow",
            "/etc/gshadow-",
            "/etc/host.conf",
            "/etc/hostname",
            "/etc/hosts",
            "/etc/krb5.conf",
            "/etc/localtime",
            "/etc/machine-id",
            "/etc/mtab",
            "/etc/passwd",
            "/etc/passwd-",
            "/etc/profile.d/hearth.sh",
            "/etc/resolv.conf",
            "/etc/shadow",
            "/etc/shadow-",
            "/etc/subgid",
            "/etc/subgid-",
            "/etc/subuid",
            "/etc/subuid-",
            "/etc/sudoers.d/hearth",
            "/etc/timezone",
            "/etc/dpkg/dpkg.cfg.d/hearth",
            "/etc/fonts",
            "/etc/fonts/conf.d",
            "/etc/fonts/conf.d/09-hearth.conf",
            "/usr/local/bin/flatpak",
            "/usr/local/bin/hearth",
            "/usr/local/bin/xdg-open",
            "/usr/sbin/policy-rc.d",
            "/usr/share/man/man1");

    private Noise() {}

    /** {@return whether what happens at a path is nothing that anybody asked for} */
    public static boolean isAt(ContainerPath path) {
        var text = path.value();
        return FILES.contains(text)
                || SHARED.matcher(text).matches()
                || text.endsWith(".pyc")
                || text.endsWith("/__pycache__")
                || BELOW.stream().anyMatch(above -> text.equals(above) || text.startsWith(above + "/"));
    }
}
