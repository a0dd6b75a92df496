package dev.hearth.cli.e2e;

/** Opens windows as root, with pets on Docker. */
class DesktopTerminalsOnDockerE2EIT extends DesktopTerminalsContract {
    DesktopTerminalsOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
