package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;

/** A channel has nothing that could be withdrawn. */
public final class NothingReleased extends Failure.Conflict {
    NothingReleased(String channel) {
        super("There is no release in the channel '" + channel + "' that could be withdrawn", null);
    }
}
