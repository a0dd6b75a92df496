package dev.hearth.bridge;

import dev.hearth.core.failure.Failure;

/** A word does not say what pets may run on the host. */
public final class InvalidHostCommand extends Failure.Invalid {
    InvalidHostCommand(String word) {
        super(
                "'" + word + "' is not the path of a program",
                "Write `everything`, `nothing`, or a list of absolute paths such as [/usr/bin/notify-send].");
    }
}
