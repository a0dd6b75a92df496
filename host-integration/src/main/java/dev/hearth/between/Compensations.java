package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import java.util.ArrayDeque;
import java.util.Deque;

/** How to undo what has been done so far, the last first. */
final class Compensations {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Runnable lastly;

    /**
     * Knows of nothing yet.
     *
     * @param lastly done once all else is undone
     */
    Compensations(Runnable lastly) {
        this.lastly = lastly;
    }

    /** Something more was done, and this undoes it. */
    void add(Runnable undo) {
        steps.push(undo);
    }

    /**
     * Undoes all.
     *
     * @param cause why
     * @return what to say of it
     */
    Failure after(Failure cause) {
        if (steps.isEmpty()) {
            lastly.run();
            return cause;
        }
        try {
            run();
            lastly.run();
        } catch (Failure why) {
            return MoveReverted.halfway(cause, why);
        }
        return cause instanceof Failure.Cancelled ? cause : MoveReverted.undone(cause);
    }

    /** Undoes all; what fails keeps nothing else from being undone. */
    private void run() {
        Failure first = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Failure e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
