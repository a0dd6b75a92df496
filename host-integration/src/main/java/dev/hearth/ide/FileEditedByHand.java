package dev.hearth.ide;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** Somebody changed a file that hearth wrote. */
public final class FileEditedByHand extends Failure.Conflict {
    FileEditedByHand(Path file) {
        super(
                "The file '" + file + "' was changed since hearth wrote it",
                "Remove it if you do not need the change; to keep it, take the lines that begin with X-Hearth out.");
    }
}
