package dev.hearth.os;

import java.time.Duration;
import java.time.Instant;

/** The time over which an update's publisher has the machines take it by themselves, one after the other. */
public record RolloutWindow(Instant start, Duration duration) {

    /**
     * {@return when it is a machine's turn}
     *
     * @param fraction where the machine stands among all, from 0 for the first to 1 for the last
     */
    public Instant turn(double fraction) {
        return start.plusSeconds(Math.round(duration.toSeconds() * fraction));
    }

    /** {@return when it is the last machine's turn} */
    public Instant end() {
        return start.plus(duration);
    }
}
