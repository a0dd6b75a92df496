package dev.hearth.os.rollout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a channel was issued, and how long machines are to believe it.
 *
 * @param issued of two the later one is what the provider says now
 * @param expires when it has to be issued anew; absent when that is never needed
 */
public record Validity(Instant issued, @Nullable Instant expires) {

    /** {@return whether something was issued before another; what does not say when, before all that does} */
    static boolean isEarlier(@Nullable Validity one, @Nullable Validity other) {
        return other != null && (one == null || one.issued().isBefore(other.issued()));
    }

    /** {@return for how long it is to be believed; absent for ever} */
    @Nullable Duration span() {
        return expires == null ? null : Duration.between(issued, expires);
    }
}
