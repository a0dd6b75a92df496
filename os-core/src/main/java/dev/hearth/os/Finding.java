package dev.hearth.os;

import org.jspecify.annotations.Nullable;

/**
 * Something about the base that its keeper should know.
 *
 * @param sentence without its period
 * @param hint what to do about it
 */
public record Finding(Kind kind, String sentence, @Nullable String hint) {

    /** What it is about, and how much it matters. */
    public enum Kind {
        REBOOT_PENDING(false),
        CHANGE_RUNNING(false),
        CONFIGURATION_CONFLICT(false),
        REQUEST_INACTIVE(false),
        UNLOCKED(false),
        END_OF_LIFE(false),
        CHANGE_INTERRUPTED(true),
        FINALIZATION_FAILED(true),
        UNCHECKED(false),
        WITHDRAWN(true),
        SOURCE_UNUSABLE(true),
        SPACE_LOW(true);

        private final boolean wrong;

        Kind(boolean wrong) {
            this.wrong = wrong;
        }
    }

    /** {@return whether it keeps the base from being kept, rather than waiting for somebody} */
    public boolean isWrong() {
        return kind.wrong;
    }
}
