package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import org.jspecify.annotations.Nullable;

/** The engine that keeps this base has no such change. */
public final class NotOffered extends Failure.Invalid {
    public NotOffered(String engine, String what, @Nullable String hint) {
        super("This base is kept by " + engine + ", which cannot " + what, hint);
    }
}
