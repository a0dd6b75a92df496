package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import org.jspecify.annotations.Nullable;

/** A file may not be read or written. */
final class FileDenied extends Failure.Denied {
    FileDenied(@Nullable String file, String reason) {
        super(
                (file == null ? "A file" : "The file '" + file + "'") + " cannot be used: " + reason,
                "Look at who owns it and its directory.");
    }
}
