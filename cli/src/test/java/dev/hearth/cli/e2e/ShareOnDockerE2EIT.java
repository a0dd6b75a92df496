package dev.hearth.cli.e2e;

/** Sends root's pets on Docker to a registry. */
class ShareOnDockerE2EIT extends ShareContract {
    ShareOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
