package dev.hearth.core.host;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;

/** The environment names a runtime directory that is none. */
public final class InvalidRuntimeDirectory extends Failure.Invalid {
    InvalidRuntimeDirectory(Path directory, long uid) {
        super(
                "XDG_RUNTIME_DIR names '" + Printable.line(directory.toString()) + "', which is "
                        + (Files.isDirectory(directory) ? "not yours" : "no directory"),
                "Unset it, or set it as a login does, to '/run/user/" + uid + "'.");
    }
}
