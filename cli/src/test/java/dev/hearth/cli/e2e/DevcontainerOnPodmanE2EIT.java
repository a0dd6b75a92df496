package dev.hearth.cli.e2e;

/** Makes a user's pets of projects on rootless Podman. */
@BesideDocker
class DevcontainerOnPodmanE2EIT extends DevcontainerContract {
    DevcontainerOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
