package dev.hearth.cli.e2e;

/** Moves pets to another image on rootless Podman. */
@BesideDocker
class RebaseOnPodmanE2EIT extends RebaseContract {
    RebaseOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
