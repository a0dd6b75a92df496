package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** What is to leave the base is not layered on it. */
public final class NotLayered extends Failure.NotFound {
    NotLayered(String word) {
        super(
                "'" + word + "' is not layered on the base on request",
                "`hearth os advise` lists what is, and where it belongs.");
    }
}
