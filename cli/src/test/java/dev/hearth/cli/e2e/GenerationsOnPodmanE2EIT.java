package dev.hearth.cli.e2e;

/** Saves a user's pets on rootless Podman. */
@BesideDocker
class GenerationsOnPodmanE2EIT extends GenerationsContract {
    GenerationsOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
