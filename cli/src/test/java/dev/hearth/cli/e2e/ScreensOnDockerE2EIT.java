package dev.hearth.cli.e2e;

/** Chooses and looks as root, with pets on Docker. */
class ScreensOnDockerE2EIT extends ScreensContract {
    ScreensOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
