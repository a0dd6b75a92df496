package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** A registry does not answer. */
public final class RegistryUnreachable extends Failure.Unavailable {
    private final String reason;

    public RegistryUnreachable(String domain, String reason) {
        super(
                "The registry '" + domain + "' does not answer: " + reason,
                "Check the network, or let hearth bootstrap the image from a package mirror.");
        this.reason = reason;
    }

    /** {@return what the engine said of it} */
    public String reason() {
        return reason;
    }
}
