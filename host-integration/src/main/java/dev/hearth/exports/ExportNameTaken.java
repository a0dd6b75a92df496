package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** Another export has the name. */
public final class ExportNameTaken extends Failure.Conflict {
    ExportNameTaken(Path file, ExportMark other) {
        super(
                "The file '%s' is the export of '%s' of the pet '%s'".formatted(file, other.source(), other.pet()),
                "Take that back with `hearth unexport`, or give this one another name with `--as`.");
    }
}
