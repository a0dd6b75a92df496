package dev.hearth.cli.e2e;

/** Lets things go wrong around root's pets on Docker. */
class FaultsOnDockerE2EIT extends FaultsContract {
    FaultsOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
