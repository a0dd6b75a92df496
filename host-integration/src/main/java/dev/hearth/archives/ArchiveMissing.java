package dev.hearth.archives;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A file that is to hold a pet is not there. */
public final class ArchiveMissing extends Failure.NotFound {
    ArchiveMissing(Path file) {
        super(
                "There is no file '" + Printable.line(file.toString()) + "'",
                "Write it where the pet is, with `hearth export-pet`.");
    }
}
