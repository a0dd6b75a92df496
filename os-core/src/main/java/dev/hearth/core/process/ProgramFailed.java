package dev.hearth.core.process;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** Another program ended with a status other than 0. */
public final class ProgramFailed extends Failure.ToolFailed {
    public ProgramFailed(Finished finished) {
        super(sentence(finished), null);
    }

    private static String sentence(Finished finished) {
        var last = Printable.lastLine(finished.err().isBlank() ? finished.out() : finished.err());
        var what = "`%s` failed with status %d".formatted(finished.command(), finished.status());
        return last.isEmpty() ? what : what + ": " + last;
    }
}
