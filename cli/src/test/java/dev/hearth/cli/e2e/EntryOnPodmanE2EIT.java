package dev.hearth.cli.e2e;

/** Enters pets as an unprivileged user, on rootless Podman. */
@BesideDocker
class EntryOnPodmanE2EIT extends EntryContract {
    EntryOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
