package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Finished;
import dev.hearth.core.text.Printable;
import java.util.regex.Pattern;

/** The program that keeps a base could not do what it was asked to. */
public final class EngineFailed extends Failure.ToolFailed {
    /** Both rpm-ostree and bootc begin their last words so; what follows may take several lines. */
    private static final Pattern LAST_WORDS = Pattern.compile("(?ims)^error:\\s*(.*)");

    public EngineFailed(Finished finished) {
        super("`%s` failed with status %d%s".formatted(finished.command(), finished.status(), reason(finished)), null);
    }

    private static String reason(Finished finished) {
        var said = Printable.text(finished.err().isBlank() ? finished.out() : finished.err());
        var lastWords = LAST_WORDS.matcher(said);
        var reason = lastWords.find() ? Printable.line(lastWords.group(1).strip()) : Printable.lastLine(said);
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
