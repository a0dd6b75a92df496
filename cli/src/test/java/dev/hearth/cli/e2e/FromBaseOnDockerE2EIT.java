package dev.hearth.cli.e2e;

/** Makes root's pets of the base on Docker. */
class FromBaseOnDockerE2EIT extends FromBaseContract {
    FromBaseOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
