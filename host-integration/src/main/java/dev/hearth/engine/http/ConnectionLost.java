package dev.hearth.engine.http;

import java.io.IOException;

/** The server went away before its answer was complete. */
public final class ConnectionLost extends IOException {
    ConnectionLost(String where) {
        super("the connection ended " + where);
    }
}
