package dev.hearth.ide.jsonc;

import dev.hearth.core.failure.Failure;

/** A text is no JSON with comments. */
public final class BrokenJson extends Failure.Conflict {
    private final long line;

    BrokenJson(long line) {
        super("This is no JSON from line " + line + " on", null);
        this.line = line;
    }

    /** {@return the line from which on it is none} */
    public long line() {
        return line;
    }
}
