package dev.hearth.cli.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other programs bring about in their own time. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /** {@return what is there as soon as it is as it should be} */
    static <T> T see(String what, Supplier<T> look, Predicate<T> asItShould) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = look.get();
            if (asItShould.test(seen)) {
                return seen;
            }
            if (System.nanoTime() >= end) {
                throw new AssertionError("Not seen within %s: %s. Seen last:%n%s".formatted(PATIENCE, what, seen));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
