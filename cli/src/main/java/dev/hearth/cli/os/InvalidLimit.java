package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** A number of changes to show is none. */
final class InvalidLimit extends Failure.Invalid {
    InvalidLimit(int limit) {
        super("'" + limit + "' is not a number of changes", "Write 1 or more.");
    }
}
