package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import org.jspecify.annotations.Nullable;

/** The engine that keeps this base has no such change. */
public final class NotOffered extends Failure.Invalid {
    public NotOffered(String engine, String what, @Nullable String hint) {
        super("This base is kept by " + engine + ", which cannot " + what, hint);
    }

    /**
     * Makes sure that updates may be taken whenever the engine's own timer does.
     *
     * @throws NotOffered when they are only to be taken under conditions
     */
    public static void requireAnyTime(String engine, Change.Automatic change) {
        if (change.conditions() != null) {
            throw new NotOffered(
                    engine,
                    "be told when to update by itself",
                    "`systemctl edit` changes its timer, and what its service asks first.");
        }
    }

    /** An engine that only goes back to a deployment as it was left. */
    public static NotOffered rollbackWithOtherConfiguration(String engine) {
        return new NotOffered(
                engine,
                "roll back with another configuration than the older deployment's own",
                "Roll back with that, and copy from the other deployment's /etc what is to be kept.");
    }
}
