package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** A word cannot be the hours in which updates are taken. */
final class InvalidWindow extends Failure.Invalid {
    InvalidWindow(String text) {
        super(
                "'" + text + "' is no window",
                "Write days and hours as in 'sat,sun 02:00-05:00', hours alone for each day, or always.");
    }
}
