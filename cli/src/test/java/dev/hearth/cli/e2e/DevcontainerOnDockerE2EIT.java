package dev.hearth.cli.e2e;

/** Makes root's pets of projects on Docker. */
class DevcontainerOnDockerE2EIT extends DevcontainerContract {
    DevcontainerOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
