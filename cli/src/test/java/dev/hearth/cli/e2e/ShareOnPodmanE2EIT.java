package dev.hearth.cli.e2e;

/** Sends a user's pets on rootless Podman to a registry. */
@BesideDocker
class ShareOnPodmanE2EIT extends ShareContract {
    ShareOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
