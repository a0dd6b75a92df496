package dev.hearth.cli.e2e;

/** Changes a user's pets on rootless Podman. */
@BesideDocker
class EditOnPodmanE2EIT extends EditContract {
    EditOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
