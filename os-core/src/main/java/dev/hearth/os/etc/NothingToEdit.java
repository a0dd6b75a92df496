package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A conflict that no editor can help with was to be edited. */
public final class NothingToEdit extends Failure.Invalid {
    NothingToEdit(Path path) {
        super(
                "The conflict about '/etc/" + path + "' is not one of lines",
                "Keep the local version or take the new one.");
    }
}
