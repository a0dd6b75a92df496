package dev.hearth.os.host;

import dev.hearth.core.failure.Failure;

/** The base is of a kind that a certain program keeps, and that is not installed. */
public final class EngineMissing extends Failure.Unavailable {
    public EngineMissing(String program, String reason) {
        super(
                "This base can only be kept with " + program + ", which is not installed: " + reason,
                "An image that is meant to be updated brings " + program + " along; boot one that does.");
    }
}
