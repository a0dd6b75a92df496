package dev.hearth.cli.e2e;

/** Uses a pet's tools from the host as root on Docker. */
class ExportOnDockerE2EIT extends ExportContract {
    ExportOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
