package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** A commit did not go through a gate. */
public final class NotGated extends Failure.Conflict {
    NotGated(String commit) {
        super(
                "The commit '" + commit + "' did not go through a gate",
                "Run `hearth os gate " + commit + " --check DIR` first.");
    }
}
