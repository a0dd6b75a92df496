package dev.hearth.cli.e2e;

/** Applies manifests to root's pets on Docker. */
class ManifestOnDockerE2EIT extends ManifestContract {
    ManifestOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
