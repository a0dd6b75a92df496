package dev.hearth.cli.e2e;

/** Opens terminals of a user's pets on rootless Podman in the editor. */
@BesideDocker
class CodeServerOnPodmanE2EIT extends CodeServerContract {
    CodeServerOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
