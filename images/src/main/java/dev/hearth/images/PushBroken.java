package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** A registry does not answer, or no longer, to whoever sends it an image. */
public final class PushBroken extends Failure.Unavailable {
    public PushBroken(String name, String reason) {
        super(
                "The registry did not take '" + name + "' to its end: " + reason,
                "Check the name and the network, and try again: what has arrived is not sent twice.");
    }
}
