package dev.hearth.cli.e2e;

/** Connects to a pet by SSH as an unprivileged user on Podman. */
@BesideDocker
class SshOnPodmanE2EIT extends SshContract {
    SshOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
