package dev.hearth.cli.e2e;

/** Changes packages of root's pets on Docker. */
class PackagesOnDockerE2EIT extends PackagesContract {
    PackagesOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
