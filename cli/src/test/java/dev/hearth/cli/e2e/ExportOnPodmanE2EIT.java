package dev.hearth.cli.e2e;

/** Uses a pet's tools from the host as an unprivileged user on Podman. */
@BesideDocker
class ExportOnPodmanE2EIT extends ExportContract {
    ExportOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
