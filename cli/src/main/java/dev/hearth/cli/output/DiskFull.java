package dev.hearth.cli.output;

import dev.hearth.core.failure.Failure;
import org.jspecify.annotations.Nullable;

/** There is no room for a file of hearth's own. */
final class DiskFull extends Failure.Unavailable {
    DiskFull(@Nullable String file) {
        super(
                "There is no space left" + (file == null ? "" : " for '" + file + "'"),
                "Make room in the file system, or raise the quota, and try again.");
    }
}
