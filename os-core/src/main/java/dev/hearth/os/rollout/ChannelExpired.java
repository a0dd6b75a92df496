package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;
import java.time.Instant;

/** What a site says of a channel was to be issued anew by now: a withdrawal may be kept from this machine. */
public final class ChannelExpired extends Failure.Conflict {
    ChannelExpired(String place, Instant expired) {
        super(
                "'%s' expired at %s, and may hide what was withdrawn since".formatted(place, expired),
                "Its provider has to publish it anew; `date` shows whether this machine's clock is right.");
    }
}
