package dev.hearth.homes;

import dev.hearth.core.failure.Failure;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;

/** A path of the home could not be given what the pet has there. */
public final class HomeNotWritten extends Failure.Conflict {
    HomeNotWritten(HomePath path, FileSystemException trouble) {
        super(
                "'" + path.text() + "' of your home could not be changed: " + reason(trouble),
                "What was merged before it stays merged; the rest is still in the pet.");
    }

    private static String reason(FileSystemException trouble) {
        if (trouble instanceof AtomicMoveNotSupportedException) {
            return "it is on another file system";
        }
        var reason = trouble.getReason();
        return reason == null ? "it is something else by now" : reason;
    }
}
