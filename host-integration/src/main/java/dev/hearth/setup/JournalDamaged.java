package dev.hearth.setup;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** The list of what set-up changed cannot be read. */
public final class JournalDamaged extends Failure.Conflict {
    public JournalDamaged(Path file) {
        super(
                "The list of what set-up changed, '" + file + "', cannot be read",
                "Move it away to start anew; what it lists then stays as it is.");
    }
}
