package dev.hearth.os.rollout;

import java.time.Duration;
import java.time.Instant;

/**
 * When machines look for updates by themselves: at fixed times of the day, each a chance time later.
 *
 * @param every how far those times are apart
 * @param delay how much later a machine comes at most
 */
public record Visits(Duration every, Duration delay) {
    /** Those of hearth's own timer. */
    public static final Visits OF_THE_TIMER = new Visits(Duration.ofHours(6), Duration.ofHours(3));

    /** {@return how often machines had looked since 1970 at a moment, or were about to} */
    public long number(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), every.toSeconds());
    }

    /**
     * {@return when a machine comes}
     *
     * @param chance what it drew for this visit, from 0 to just below 1
     */
    public Instant at(long number, double chance) {
        return Instant.ofEpochSecond(number * every.toSeconds() + (long) (delay.toSeconds() * chance));
    }
}
