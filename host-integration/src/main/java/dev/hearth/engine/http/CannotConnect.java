package dev.hearth.engine.http;

import java.io.IOException;

/** Nobody can be spoken to on a socket. */
public final class CannotConnect extends IOException {
    private final Cause cause;

    public CannotConnect(Cause cause, IOException origin) {
        super(cause.words, origin);
        this.cause = cause;
    }

    /** {@return why} */
    public Cause reason() {
        return cause;
    }

    /** Why nobody can be spoken to. */
    public enum Cause {
        PATH_TOO_LONG("the path is longer than a socket's can be, which is 107 bytes"),
        NO_SOCKET("there is no such socket"),
        NOBODY_LISTENS("nobody listens there"),
        FORBIDDEN("permission denied");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** {@return the reason as part of a sentence} */
        public String words() {
            return words;
        }
    }
}
