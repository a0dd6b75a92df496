package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that describes no environment variable. */
public final class InvalidVariable extends Failure.Invalid {
    private InvalidVariable(String message, String hint) {
        super(message, hint);
    }

    InvalidVariable(String name) {
        this(
                "'" + Printable.line(name) + "' cannot be the name of an environment variable",
                "Write NAME=VALUE; a name has letters, digits and underscores and starts with no digit.");
    }

    static InvalidVariable unset(String name) {
        return new InvalidVariable(
                "The variable '" + name + "' is not set here, so that it has no value to pass on",
                "Write " + name + "=VALUE, or set it first.");
    }
}
