package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises errors of this machine's file systems, which can come up anywhere and are nobody's bug. */
final class HostTrouble {
    private HostTrouble() {}

    /** {@return what the user can be told of it, when that is what was thrown} */
    static Optional<Failure> of(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException error) {
                return translated(error);
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> translated(IOException error) {
        var file = error instanceof FileSystemException named ? named.getFile() : null;
        var text = String.valueOf(error.getMessage());
        if (error instanceof AccessDeniedException) {
            return Optional.of(new FileDenied(file, "permission denied"));
        }
        if (text.contains("Read-only file system")) {
            return Optional.of(new FileDenied(file, "the file system is read-only"));
        }
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return Optional.of(new DiskFull(file));
        }
        return Optional.empty();
    }
}
