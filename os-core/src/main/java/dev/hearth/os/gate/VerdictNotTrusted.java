package dev.hearth.os.gate;

import dev.hearth.core.failure.Failure;

/** There is a verdict on a commit, and it is not the gate's. */
public final class VerdictNotTrusted extends Failure.Denied {
    VerdictNotTrusted(String commit, String reason) {
        super(
                "The gate's verdict on '" + commit + "' is not to be trusted: " + reason,
                "`hearth os gate " + commit + "` makes one anew.");
    }
}
