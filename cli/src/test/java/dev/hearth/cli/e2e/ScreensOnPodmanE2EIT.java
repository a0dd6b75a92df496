package dev.hearth.cli.e2e;

/** Chooses and looks as an unprivileged user, with pets on rootless Podman. */
@BesideDocker
class ScreensOnPodmanE2EIT extends ScreensContract {
    ScreensOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
