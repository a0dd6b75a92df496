package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A package file that was asked for is not there. */
public final class LocalPackageMissing extends Failure.NotFound {
    LocalPackageMissing(Path file) {
        super("There is no package file '" + file + "'", null);
    }
}
