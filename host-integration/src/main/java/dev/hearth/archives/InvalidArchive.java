package dev.hearth.archives;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A file that is to hold a pet does not. */
public final class InvalidArchive extends Failure.Invalid {
    public InvalidArchive(Path file, String reason) {
        super(
                "The file '%s' holds no pet: %s".formatted(Printable.line(file.toString()), Printable.line(reason)),
                "Name a file that `hearth export-pet` wrote, and compare it with the original.");
    }
}
