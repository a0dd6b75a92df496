package dev.hearth.os.rollout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long machines are to believe what is published of channels. */
public sealed interface Lifetime {
    /** As long as what was published before; for ever at first. */
    record AsBefore() implements Lifetime {}

    /** For ever. */
    record Unlimited() implements Lifetime {}

    /** For some time. */
    record Limited(Duration span) implements Lifetime {
        /** Machines look every six hours and up to three later, when they run. */
        private static final Duration SHORTEST = Duration.ofDays(1);

        public Limited {
            if (span.compareTo(SHORTEST) < 0) {
                throw new LifetimeTooShort(span);
            }
        }
    }

    /**
     * {@return the one that a text means}
     *
     * @throws InvalidSpan when it means none
     * @throws LifetimeTooShort when machines could not keep up with it
     */
    static Lifetime parse(String text) {
        return text.equals("always") ? new Unlimited() : new Limited(Span.parse(text));
    }

    /** {@return the time after which what is issued now expires; absent for never} */
    default @Nullable Duration span(@Nullable Validity before) {
        return switch (this) {
            case AsBefore() -> before == null ? null : before.span();
            case Unlimited() -> null;
            case Limited(var span) -> span;
        };
    }
}
