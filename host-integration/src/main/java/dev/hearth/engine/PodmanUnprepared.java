package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** Podman is installed, but as it comes it cannot run containers on this host. */
public final class PodmanUnprepared extends Failure.Unavailable {
    public PodmanUnprepared() {
        super(
                "Podman is installed, but without settings of its own it cannot run containers on this machine",
                "`hearth setup` prepares an engine; `hearth setup --engine=podman` writes those settings.");
    }
}
