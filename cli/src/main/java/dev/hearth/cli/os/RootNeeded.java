package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** Somebody else than root wants to change the base, or to read all of it. */
public final class RootNeeded extends Failure.Denied {
    RootNeeded(String command) {
        super("Only root may change the base", "Run `sudo " + command + "`; `--dry-run` only shows the plan.");
    }

    RootNeeded(String doing, String command) {
        super("Only root can " + doing, "Run `sudo " + command + "`.");
    }
}
