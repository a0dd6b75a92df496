package dev.hearth.cli.e2e;

/** Copies a user's pets on rootless Podman. */
@BesideDocker
class CopyOnPodmanE2EIT extends CopyContract {
    CopyOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
