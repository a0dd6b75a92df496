package dev.hearth.session;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A value cannot be carried to the program that takes hearth's place. */
public final class HandoverRefused extends Failure.Invalid {
    private HandoverRefused(String message, String hint) {
        super(message, hint);
    }

    static HandoverRefused lineBreak(String line) {
        return new HandoverRefused(
                "The value '" + Printable.line(line.substring(line.indexOf(' ') + 1)) + "' contains a line break",
                "Use one without; only the command itself may contain line breaks.");
    }

    static HandoverRefused tooLong(int limit) {
        return new HandoverRefused(
                "The settings for this command are longer than %d bytes together".formatted(limit),
                "Set fewer or shorter variables.");
    }
}
