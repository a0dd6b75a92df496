package dev.hearth.os.ostree;

/** How far a transaction has come; until {@link #DEPLOY} ends, nothing of it can be booted by default. */
enum Stage {
    PLAN("planning"),
    DOWNLOAD("downloading"),
    ASSEMBLE("assembling"),
    COMMIT("committing"),
    DEPLOY("deploying"),
    CONFIGURATION("merging the configuration"),
    CHECK("checking the new deployment"),
    ACTIVATE("changing what boots next"),
    PRUNE("cleaning up");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    /** {@return what is being done, for a sentence: {@code cut off while deploying}} */
    String text() {
        return text;
    }
}
