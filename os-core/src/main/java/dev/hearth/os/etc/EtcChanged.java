package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file is not any more what the plan was made for. */
public final class EtcChanged extends Failure.Conflict {
    EtcChanged(Path file) {
        super("'" + file + "' changed while the configuration was merged", "Run the same command again.");
    }
}
