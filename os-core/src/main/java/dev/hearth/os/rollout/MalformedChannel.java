package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What a provider published about a channel cannot be understood. */
public final class MalformedChannel extends Failure.Conflict {
    MalformedChannel(String place, String reason) {
        super(
                "The channel's file '%s' cannot be understood: %s".formatted(place, Printable.line(reason)),
                "Its provider has to publish it anew.");
    }
}
