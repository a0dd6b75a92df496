package dev.hearth.cli.e2e;

/** Opens files of root's pets on Docker. */
class EmacsOnDockerE2EIT extends EmacsContract {
    EmacsOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
