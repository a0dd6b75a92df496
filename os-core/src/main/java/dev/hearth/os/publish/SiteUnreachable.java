package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** The site of a base does not answer as one does. */
public final class SiteUnreachable extends Failure.Unavailable {
    SiteUnreachable(String address, String reason) {
        super("'%s' cannot be had: %s".formatted(address, Printable.line(reason)), "Try again later.");
    }
}
