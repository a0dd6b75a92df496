package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** A step of a move failed, and those before it were undone, or could not be. */
public final class MoveReverted extends Failure.ToolFailed {
    private MoveReverted(String message, String hint, Failure cause) {
        super(message, hint, cause);
    }

    static MoveReverted undone(Failure cause) {
        return new MoveReverted(
                cause.message() + "; what had been done before that was undone",
                cause.hint().orElse("Both sides are as before."),
                cause);
    }

    static MoveReverted halfway(Failure cause, Failure why) {
        var failure = new MoveReverted(
                cause.message() + "; undoing what had been done before failed, too: " + why.message(),
                "The same command again goes on where it was.",
                cause);
        failure.addSuppressed(why);
        return failure;
    }
}
