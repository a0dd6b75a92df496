package dev.hearth.cli.e2e;

/** Saves root's pets on Docker. */
class GenerationsOnDockerE2EIT extends GenerationsContract {
    GenerationsOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
