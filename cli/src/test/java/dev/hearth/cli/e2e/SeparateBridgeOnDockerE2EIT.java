package dev.hearth.cli.e2e;

/** Calls for the host's commands as root, in a pet on Docker. */
class SeparateBridgeOnDockerE2EIT extends SeparateBridgeContract {
    SeparateBridgeOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
