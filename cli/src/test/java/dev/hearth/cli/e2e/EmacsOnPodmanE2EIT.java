package dev.hearth.cli.e2e;

/** Opens files of a user's pets on rootless Podman. */
@BesideDocker
class EmacsOnPodmanE2EIT extends EmacsContract {
    EmacsOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
