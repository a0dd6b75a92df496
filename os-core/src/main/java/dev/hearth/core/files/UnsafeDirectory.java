package dev.hearth.core.files;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A directory that should be the user's own is a link or belongs to somebody else. */
public final class UnsafeDirectory extends Failure.Denied {
    public UnsafeDirectory(Path directory) {
        super(
                "The directory '" + directory + "' is a link or belongs to somebody else",
                "Remove it, or set XDG_RUNTIME_DIR to a directory of your own.");
    }
}
