package dev.hearth.images;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that names no platform. */
public final class InvalidPlatform extends Failure.Invalid {
    public InvalidPlatform(String text) {
        super("'" + Printable.line(text) + "' is not a platform", "Write it as linux/amd64 or linux/arm64.");
    }
}
