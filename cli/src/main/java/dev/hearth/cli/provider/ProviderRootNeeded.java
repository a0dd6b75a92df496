package dev.hearth.cli.provider;

import dev.hearth.core.failure.Failure;

/** Somebody else than root wants to make or try a base. */
public final class ProviderRootNeeded extends Failure.Denied {
    ProviderRootNeeded(String doing) {
        super("Only root can " + doing + ": its files belong to users of its own", "Run the same command with `sudo`.");
    }
}
