package dev.hearth.os.program;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What an engine says of itself is not in the form that it documents. */
public final class MalformedReport extends Failure.ToolFailed {
    public MalformedReport(String program, String reason) {
        super(
                "The answer of `" + program + "` cannot be understood: " + Printable.line(reason),
                "Run it by hand to see the answer; a version that hearth does not know may have another form.");
    }
}
