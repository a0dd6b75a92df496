package dev.hearth.core.failure;

/** The user stopped hearth, with Ctrl-C or a signal. */
public final class Interrupted extends Failure.Cancelled {
    public Interrupted() {
        super("Stopped", null);
    }

    /** Marks the thread as interrupted again and returns the failure to throw. */
    public static Interrupted restoringFlag() {
        Thread.currentThread().interrupt();
        return new Interrupted();
    }
}
