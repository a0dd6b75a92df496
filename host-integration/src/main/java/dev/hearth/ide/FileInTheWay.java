package dev.hearth.ide;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file that hearth wants to write is there, and is somebody else's. */
public final class FileInTheWay extends Failure.Conflict {
    FileInTheWay(Path file) {
        super("The file '" + file + "' is there already, and hearth did not write it", "Move it away.");
    }
}
