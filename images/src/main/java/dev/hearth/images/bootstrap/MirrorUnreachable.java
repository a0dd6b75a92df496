package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A package mirror does not answer. */
public final class MirrorUnreachable extends Failure.Unavailable {
    public MirrorUnreachable(String distribution, String line) {
        super(
                "The packages of " + distribution + " cannot be fetched: " + Printable.line(line),
                "Check the network and the host's package sources.");
    }
}
