package dev.hearth.cli.e2e;

import java.io.IOException;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Uses what a login of an unprivileged user offers in a pet on Podman; not beside Docker, as the host's authorities change. */
@ResourceLock("the user's Podman")
class SessionOnPodmanE2EIT extends SessionContract {
    SessionOnPodmanE2EIT() throws IOException {
        super(TestedEngine.PODMAN);
    }
}
