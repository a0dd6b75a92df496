package dev.hearth.cli.e2e;

/** Leads pets' lives as root on Docker. */
class LifecycleOnDockerE2EIT extends LifecycleContract {
    LifecycleOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
