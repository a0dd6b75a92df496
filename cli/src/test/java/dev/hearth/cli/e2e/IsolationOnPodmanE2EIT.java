package dev.hearth.cli.e2e;

/** Tries to get out of a user's pets on rootless Podman. */
@BesideDocker
class IsolationOnPodmanE2EIT extends IsolationContract {
    IsolationOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
