package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that cannot be a pet's name. */
public final class InvalidPetName extends Failure.Invalid {
    public InvalidPetName(String text) {
        super(
                "'" + Printable.line(text) + "' cannot be a pet's name",
                "Use a letter, then 1 to 62 letters, digits, dots, dashes or underscores.");
    }
}
