package dev.hearth.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param message without its period
 * @param hint what to do about it
 */
public record Finding(
        Verdict verdict, String message, @Nullable String hint) {

    /** Whether it is in order. */
    public enum Verdict {
        OK,
        /** It is not there, and nothing says that it should be. */
        ABSENT,
        BROKEN
    }

    static Finding ok(String message) {
        return new Finding(Verdict.OK, message, null);
    }

    static Finding absent(String message) {
        return new Finding(Verdict.ABSENT, message, null);
    }

    static Finding broken(String message, String hint) {
        return new Finding(Verdict.BROKEN, message, hint);
    }
}
