package dev.hearth.cli.e2e;

import java.io.IOException;

/** Uses what a login of an unprivileged user offers in a pet on Podman; not beside Docker, as the host's authorities change. */
@AloneOnPodman
class SessionOnPodmanE2EIT extends SessionContract {
    SessionOnPodmanE2EIT() throws IOException {
        super(TestedEngine.PODMAN);
    }
}
