package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A word that is to name something would be taken for an option by the program that gets it. */
public final class InvalidOperand extends Failure.Invalid {
    private InvalidOperand(String word) {
        super("'" + Printable.line(word) + "' names nothing", "A name is not empty and does not begin with a hyphen.");
    }

    /**
     * {@return the word}
     *
     * @throws InvalidOperand when it is empty or begins with a hyphen
     */
    public static String checked(String word) {
        if (word.isBlank() || word.startsWith("-")) {
            throw new InvalidOperand(word);
        }
        return word;
    }
}
