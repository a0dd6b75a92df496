package dev.hearth.core.trace;

import java.util.function.Supplier;

/** Receives what hearth does and how long each step took. */
@FunctionalInterface
public interface Trace {
    /** Forgets everything. */
    Trace SILENT = new Silent();

    /** Takes one line, in plain words and without a final period. */
    void note(String line);

    /** Does a step and notes it with its time in milliseconds, also when it fails. */
    default <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        boolean done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            long millis = (System.nanoTime() - start) / 1_000_000;
            note("%s: %s after %d ms".formatted(step, done ? "done" : "failed", millis));
        }
    }

    /** Does a step that returns nothing and notes it with its time in milliseconds, also when it fails. */
    default void timed(String step, Runnable work) {
        timed(step, () -> {
            work.run();
            return step;
        });
    }

    /** A class and not a lambda, which Java would make at every start: an interface's own are in no cache. */
    final class Silent implements Trace {
        private Silent() {}

        @Override
        public void note(String line) {}
    }
}
