package dev.hearth.cli.e2e;

/** Merges what root's pets on Docker wrote. */
class OverlayOnDockerE2EIT extends OverlayContract {
    OverlayOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }
}
