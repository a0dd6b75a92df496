package dev.hearth.engine.http;

import java.io.IOException;
import java.time.Duration;

/** The server said nothing for longer than it was given. */
public final class ServerSilent extends IOException {
    private final Duration patience;

    ServerSilent(Duration patience) {
        super("no answer in time");
        this.patience = patience;
    }

    /** {@return the reason as part of a sentence} */
    public String words() {
        return "no answer within " + patience.toSeconds() + " s";
    }
}
