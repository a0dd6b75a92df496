package dev.hearth.os;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change as the history has it.
 *
 * @param before what was deployed then, in boot order
 * @param ended absent while it runs, and when it was cut off
 * @param message what came of it, a sentence without its period; absent when nobody was left to say
 * @param deployment what boots next because of it
 */
public record PastChange(
        String id,
        Instant began,
        Request request,
        List<Known> before,
        Result result,
        @Nullable Instant ended,
        @Nullable String message,
        @Nullable String deployment) {
    public PastChange {
        before = List.copyOf(before);
    }

    /** A deployment that may be gone by now. */
    public record Known(String id, @Nullable String version) {

        static Known of(Deployment deployment) {
            return new Known(deployment.id().toString(), deployment.commit().version());
        }
    }

    /** How it ended. */
    public enum Result {
        DONE,
        UNCHANGED,
        FAILED,
        CANCELLED,
        RUNNING,
        /** The process is gone and has not said how it ended: it was killed, or the machine stopped. */
        INTERRUPTED;

        /** {@return the result as it is written down} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
