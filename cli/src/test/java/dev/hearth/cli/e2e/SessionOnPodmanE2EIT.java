package dev.hearth.cli.e2e;

import java.io.IOException;

/** Uses what a login of an unprivileged user offers in a pet on Podman. */
class SessionOnPodmanE2EIT extends SessionContract {
    SessionOnPodmanE2EIT() throws IOException {
        super(TestedEngine.PODMAN);
    }
}
