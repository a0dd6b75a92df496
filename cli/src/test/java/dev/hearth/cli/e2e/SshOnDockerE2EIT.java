package dev.hearth.cli.e2e;

/** Connects to a pet by SSH as root on Docker. */
class SshOnDockerE2EIT extends SshContract {
    SshOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
