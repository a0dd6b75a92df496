package dev.hearth.cli.e2e;

/** Copies root's pets on Docker. */
class CopyOnDockerE2EIT extends CopyContract {
    CopyOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
