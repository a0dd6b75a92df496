package dev.hearth.cli.e2e;

/** Leads pets' lives as an unprivileged user on Podman. */
@BesideDocker
class LifecycleOnPodmanE2EIT extends LifecycleContract {
    LifecycleOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }
}
