package dev.hearth.cli.e2e;

/** Changes packages of a user's pets on rootless Podman. */
@BesideDocker
class PackagesOnPodmanE2EIT extends PackagesContract {
    PackagesOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
