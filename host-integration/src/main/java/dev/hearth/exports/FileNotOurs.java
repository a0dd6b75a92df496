package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file of the name is there that no export made. */
public final class FileNotOurs extends Failure.Conflict {
    FileNotOurs(Path file) {
        super(
                "The file '" + file + "' is there already, and is no export",
                "Move it away, or give the export another name with `--as`.");
    }
}
