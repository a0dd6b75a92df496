package dev.hearth.cli.e2e;

/** Lets things go wrong around an unprivileged user's pets on rootless Podman. */
@BesideDocker
class FaultsOnPodmanE2EIT extends FaultsContract {
    FaultsOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
