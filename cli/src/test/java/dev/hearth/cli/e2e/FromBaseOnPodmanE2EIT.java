package dev.hearth.cli.e2e;

/** Makes a user's pets of the base on rootless Podman. */
@BesideDocker
class FromBaseOnPodmanE2EIT extends FromBaseContract {
    FromBaseOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
