package dev.hearth.cli.e2e;

/** Edits, builds and debugs as root, with a pet on Docker. */
class ToolchainOnDockerE2EIT extends ToolchainContract {
    ToolchainOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
