package dev.hearth.cli.e2e;

/** Changes pets at random on Docker. */
class PetSequencesOnDockerE2EIT extends PetSequencesContract {
    PetSequencesOnDockerE2EIT() {
        super(TestedEngine.DOCKER, 3);
    }
}
