package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A rootless engine has no or too few subordinate ids for the user. */
public final class SubordinateIdsMissing extends Failure.Unavailable {
    public SubordinateIdsMissing(String user) {
        super(
                "The user '" + user + "' has too few subordinate user or group ids",
                "As root: `hearth setup --engine podman --for " + user + "`.");
    }
}
