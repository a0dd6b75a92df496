package dev.hearth.cli.e2e;

/** Opens terminals of root's pets on Docker in the editor. */
class CodeServerOnDockerE2EIT extends CodeServerContract {
    CodeServerOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
