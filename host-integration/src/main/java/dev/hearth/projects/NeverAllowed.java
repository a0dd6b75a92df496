package dev.hearth.projects;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A file that is not to be allowed any more was not allowed. */
public final class NeverAllowed extends Failure.NotFound {
    NeverAllowed(Path file) {
        super(
                "The file '" + Printable.line(file.toString()) + "' was not allowed",
                "`hearth trust --list` shows those that were.");
    }
}
