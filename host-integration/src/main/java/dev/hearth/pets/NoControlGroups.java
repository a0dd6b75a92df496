package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet was asked to have what only control groups give, on an engine that has none to give. */
public final class NoControlGroups extends Failure.Unavailable {
    private NoControlGroups(String what) {
        super(
                what + " needs control groups, which this machine does not delegate to the user's Podman",
                "Use a rootful engine, or log in through systemd, which delegates them.");
    }

    static NoControlGroups systemd() {
        return new NoControlGroups("A pet with systemd");
    }

    static NoControlGroups limits() {
        return new NoControlGroups("A limit of memory or processors");
    }
}
