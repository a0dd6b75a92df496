package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;
import java.time.Instant;

/** What a site says of a channel is older than what it said before: a mistake of its keeper's, or an attack. */
public final class ChannelReplayed extends Failure.Conflict {
    ChannelReplayed(String place, Instant known, Path file) {
        super(
                "'%s' is older than what this machine read of the channel before, which was issued at %s"
                        .formatted(place, known),
                "If its provider has begun anew, remove '" + file + "'; otherwise use another mirror.");
    }
}
