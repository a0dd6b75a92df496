package dev.hearth.cli.e2e;

/** Calls for the host's commands as root, in a pet on Docker. */
class BridgeOnDockerE2EIT extends BridgeContract {
    BridgeOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
