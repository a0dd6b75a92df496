package dev.hearth.cli.provider;

import dev.hearth.core.failure.Failure;

/** A number is too small or too large for what it is to say. */
final class OutOfRange extends Failure.Invalid {
    OutOfRange(String option, String what) {
        super("The number of `" + option + "` has to be " + what, null);
    }
}
