package dev.hearth.cli.e2e;

/** Tries to get out of root's pets on Docker. */
class IsolationOnDockerE2EIT extends IsolationContract {
    IsolationOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
