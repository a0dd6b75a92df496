package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;

/** There is no way to make this distribution from packages. */
public final class NoBootstrap extends Failure.Unavailable {
    public NoBootstrap(String choice, String reason) {
        super(
                "Hearth cannot make " + choice + " from packages: " + reason,
                "Pull it from its registry, or choose another distribution.");
    }
}
