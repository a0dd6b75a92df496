package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** None of the base's package sources answers. */
public final class SourcesUnreachable extends Failure.Unavailable {
    SourcesUnreachable(String reason) {
        super(
                "None of the base's package sources can be reached: " + reason,
                "Check the network, or use `--cache-only` to work with what was fetched before.");
    }
}
