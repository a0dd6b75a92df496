package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** The value of an option is malformed. */
public final class InvalidValue extends Failure.Invalid {
    public InvalidValue(String text, String what, String hint) {
        super("'" + Printable.line(text) + "' is not " + what, hint);
    }
}
