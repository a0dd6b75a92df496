package dev.hearth.cli.e2e;

/** Merges what a user's pets on rootless Podman wrote. */
@BesideDocker
class OverlayOnPodmanE2EIT extends OverlayContract {
    OverlayOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
