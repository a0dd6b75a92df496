package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text is no length of time. */
public final class InvalidSpan extends Failure.Invalid {
    InvalidSpan(String text) {
        super(
                "'" + Printable.line(text) + "' is no length of time",
                "Write it as 2d, 12h, 1h30m or 90s, or 0 for none.");
    }
}
