package dev.hearth.cli.e2e;

/** Opens windows as an unprivileged user, with pets on rootless Podman. */
@BesideDocker
class DesktopTerminalsOnPodmanE2EIT extends DesktopTerminalsContract {
    DesktopTerminalsOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
