package dev.hearth.os;

/**
 * What sets a deployment apart from others.
 *
 * @param booted it is what runs now
 * @param staged it is written out when the machine shuts down, and boots next
 * @param pinned it is kept whatever is cleaned up
 * @param rollback it is what a rollback returns to
 */
public record Marks(boolean booted, boolean staged, boolean pinned, boolean rollback) {
    public static final Marks NONE = new Marks(false, false, false, false);

    /** {@return the same with this mark} */
    public Marks asStaged() {
        return new Marks(booted, true, pinned, rollback);
    }

    /** {@return the same with this mark} */
    public Marks asRollback() {
        return new Marks(booted, staged, pinned, true);
    }
}
