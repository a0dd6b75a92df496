package dev.hearth.cli.e2e;

import java.io.IOException;

/** Uses what a login of root offers in a pet on Docker. */
class SessionOnDockerE2EIT extends SessionContract {
    SessionOnDockerE2EIT() throws IOException {
        super(TestedEngine.DOCKER);
    }
}
