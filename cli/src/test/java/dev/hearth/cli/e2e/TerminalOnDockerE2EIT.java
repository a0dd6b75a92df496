package dev.hearth.cli.e2e;

/** Sits at a terminal as root, with a pet on Docker. */
class TerminalOnDockerE2EIT extends TerminalContract {
    TerminalOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
