package dev.hearth.core.prompt;

import dev.hearth.core.failure.Failure;

/** The user answered no. */
public final class Declined extends Failure.Cancelled {
    public Declined() {
        super("Nothing was done", null);
    }
}
