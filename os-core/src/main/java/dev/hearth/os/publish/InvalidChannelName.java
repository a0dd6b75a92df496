package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text is no name of a channel. */
public final class InvalidChannelName extends Failure.Invalid {
    InvalidChannelName(String text) {
        super(
                "'" + Printable.line(text) + "' is no name of a channel",
                "Use small letters, digits, dots, dashes and underscores, such as stable.");
    }
}
