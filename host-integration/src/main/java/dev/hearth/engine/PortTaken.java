package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** Something listens already on a port of the host that was to be published. */
public final class PortTaken extends Failure.Conflict {
    public PortTaken(String port) {
        super("The port " + port + " of the host is in use already", "Publish another; `ss -tulpn` shows who uses it.");
    }
}
