package dev.hearth.cli.e2e;

/** Applies manifests to a user's pets on rootless Podman. */
@BesideDocker
class ManifestOnPodmanE2EIT extends ManifestContract {
    ManifestOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
