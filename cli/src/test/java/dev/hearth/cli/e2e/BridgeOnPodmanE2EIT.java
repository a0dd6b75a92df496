package dev.hearth.cli.e2e;

/** Calls for the host's commands as an unprivileged user, in a pet on rootless Podman. */
@BesideDocker
class BridgeOnPodmanE2EIT extends BridgeContract {
    BridgeOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
