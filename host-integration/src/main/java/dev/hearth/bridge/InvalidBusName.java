package dev.hearth.bridge;

import dev.hearth.core.failure.Failure;

/** A word is not the name of a service on a bus. */
public final class InvalidBusName extends Failure.Invalid {
    InvalidBusName(String word) {
        super(
                "'" + word + "' is not the name of a service on the bus",
                "Write a name such as org.freedesktop.Notifications, or `org.freedesktop.portal.*` for all below it.");
    }
}
