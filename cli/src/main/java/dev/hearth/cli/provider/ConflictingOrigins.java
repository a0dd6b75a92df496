package dev.hearth.cli.provider;

import dev.hearth.core.failure.Failure;

/** A delta is to lead from something, and from nothing. */
final class ConflictingOrigins extends Failure.Invalid {
    ConflictingOrigins() {
        super("`--from` and `--from-nothing` exclude each other", "Leave one of them out.");
    }
}
