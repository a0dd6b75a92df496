package dev.hearth.setup;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;

/** Set-up has to change what only root may change. */
public final class RootNeeded extends Failure.Denied {
    public RootNeeded(Command command) {
        super("Preparing this machine needs root, once", "Run `" + command + "`, then try again.");
    }
}
