package dev.hearth.cli.e2e;

/** Changes root's pets on Docker. */
class EditOnDockerE2EIT extends EditContract {
    EditOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
