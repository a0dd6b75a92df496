package dev.hearth.cli.e2e;

/** Sits at a terminal as an unprivileged user, with a pet on rootless Podman. */
@BesideDocker
class TerminalOnPodmanE2EIT extends TerminalContract {
    TerminalOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
