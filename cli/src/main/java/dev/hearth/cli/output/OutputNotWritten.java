package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import java.util.Locale;

/** A result is lost, in whole or in part, since standard output took no more of it. */
public final class OutputNotWritten extends Failure.Unavailable {
    OutputNotWritten(String reason) {
        super(
                "Standard output cannot be written: " + reason.toLowerCase(Locale.ROOT),
                "What was to be printed is not all there; send it to where it can be written.");
    }
}
