package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that names no home for a pet. */
public final class InvalidHome extends Failure.Invalid {
    public InvalidHome(String text) {
        super("'" + Printable.line(text) + "' names no home", "Write 'shared', 'overlay', 'none' or an absolute path.");
    }
}
