package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** Nothing was released that could be published. */
public final class NothingToPublish extends Failure.Conflict {
    NothingToPublish(Path repository) {
        super(
                "Nothing was released in the repository '" + repository + "'",
                "`hearth os release REF CHANNEL` releases a commit that passed its gate.");
    }
}
