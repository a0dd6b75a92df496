package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** Newer versions of a package cannot be taken from there. */
public final class InvalidUpdateSource extends Failure.Invalid {
    private InvalidUpdateSource(String message, String hint) {
        super(message, hint);
    }

    static InvalidUpdateSource noAddress(String text) {
        return new InvalidUpdateSource(
                "'" + text + "' is no address that newer versions can be taken from",
                "Write https://..., of a repository or of the file itself; for apt also \"https://... SUITE COMPONENT\".");
    }

    static InvalidUpdateSource unauthenticFile(String text) {
        return new InvalidUpdateSource(
                "Nothing vouches for what comes from '" + text + "'",
                "Write https://..., or name a repository that is signed.");
    }
}
