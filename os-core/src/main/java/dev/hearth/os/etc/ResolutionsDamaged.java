package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** The decisions about conflicts cannot be read. */
public final class ResolutionsDamaged extends Failure.Conflict {
    ResolutionsDamaged(Path file) {
        super(
                "The decisions about configuration conflicts, '" + file + "', cannot be read",
                "Move the file away; each conflict that is still there is then asked about again.");
    }
}
