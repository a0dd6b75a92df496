package dev.hearth.cli.e2e;

/** Edits, builds and debugs as an unprivileged user, with a pet on rootless Podman. */
@BesideDocker
class ToolchainOnPodmanE2EIT extends ToolchainContract {
    ToolchainOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
