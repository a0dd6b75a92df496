package dev.hearth.cli.e2e;

/** Enters pets as root, on Docker. */
class EntryOnDockerE2EIT extends EntryContract {
    EntryOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
