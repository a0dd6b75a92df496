package dev.hearth.cli.e2e;

/** Changes pets at random on rootless Podman. */
@BesideDocker
class PetSequencesOnPodmanE2EIT extends PetSequencesContract {
    PetSequencesOnPodmanE2EIT() {
        super(TestedEngine.PODMAN, 2);
    }
}
