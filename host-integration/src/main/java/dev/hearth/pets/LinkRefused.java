package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A name in a pet cannot become, or stop to be, a command of the host's. */
public final class LinkRefused extends Failure.Conflict {
    LinkRefused(String said) {
        super(said, "`hearth host --links` shows the links there are.");
    }
}
