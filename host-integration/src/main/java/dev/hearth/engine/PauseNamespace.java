package dev.hearth.engine;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes rootless Podman work on hosts whose cgroups are hybrid or of version 1.
 *
 * <p>There an ordinary user may make no cgroups, and Podman's runtimes fail. But all of a user's Podman processes join
 * the namespaces that one pause process holds open, and in those the user is root: a cgroup2 file system mounted there
 * once is what Podman finds until the next boot. Mounting it takes rights over the cgroup namespace too, which a new one
 * gives; since the mount namespace stays the same, the mount outlives the command. Shared propagation makes binds with
 * {@code rslave} possible, as it does on other hosts.
 */
final class PauseNamespace {
    private static final String CGROUPS = "/sys/fs/cgroup";
    private static final String UNIFIED = "cgroup2fs";

    /** In which words Podman and its helpers say that the user has none, or that nothing can map them. */
    private static final Pattern SUBORDINATE_IDS = Pattern.compile("subuid|subgid|newuidmap|newgidmap");

    private final Processes processes;
    private final String user;
    private final Path root;

    PauseNamespace(Processes processes, String user, Path root) {
        this.user = user;
        this.processes = processes;
        this.root = root;
    }

    /** Mounts what is missing; does nothing on hosts with version 2 alone. */
    void prepare() {
        if (hostIsUnified() || isPrepared()) {
            return;
        }
        inside("unshare", "--cgroup", "mount", "-t", "cgroup2", "none", CGROUPS);
        inside("mount", "--make-rshared", "/");
    }

    private boolean isPrepared() {
        return inside("stat", "-f", "-c", "%T", CGROUPS).out().strip().equals(UNIFIED);
    }

    private Finished inside(String... command) {
        var finished = processes.run(Command.of("podman", "unshare").with(command));
        if (!finished.succeeded() && SUBORDINATE_IDS.matcher(finished.err()).find()) {
            throw new SubordinateIdsMissing(user);
        }
        return finished.orThrow();
    }

    private boolean hostIsUnified() {
        // The root of a unified hierarchy says which controllers it has; that of a hybrid one is a plain directory.
        return Files.exists(root.resolve("sys/fs/cgroup/cgroup.controllers"));
    }
}
