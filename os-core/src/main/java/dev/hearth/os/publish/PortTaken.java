package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** A port to serve at is in use. */
public final class PortTaken extends Failure.Conflict {
    PortTaken(int port) {
        super("The port " + port + " is in use", "Name another with `--port`, or 0 for one that is free.");
    }
}
