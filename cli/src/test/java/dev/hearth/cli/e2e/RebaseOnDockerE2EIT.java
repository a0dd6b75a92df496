package dev.hearth.cli.e2e;

/** Moves pets to another image on Docker. */
class RebaseOnDockerE2EIT extends RebaseContract {
    RebaseOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
