package dev.hearth.cli.top;

import dev.hearth.core.failure.Failure;

/** A time between two looks that can mean nothing. */
final class InvalidInterval extends Failure.Invalid {
    InvalidInterval(int seconds) {
        super("One cannot look every %d seconds".formatted(seconds), "Between 1 and 3600 are possible.");
    }
}
