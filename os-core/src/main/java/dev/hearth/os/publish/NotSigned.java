package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** Nobody signed a commit. */
public final class NotSigned extends Failure.Conflict {
    NotSigned(String commit) {
        super("The commit '" + commit + "' is not signed", "Run `hearth os sign " + commit + "` first.");
    }
}
