package dev.hearth.os.rollout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a bad release came to.
 *
 * @param stopped how long after the release it was withdrawn; absent when it never was
 * @param took how many machines had taken it by then
 * @param broken how many of those it broke
 * @param busiestMinute how many machines began to fetch it in the busiest minute
 * @param busiestSecond how many machines looked for updates in the busiest second, on average over its minute
 * @param back how long after the withdrawal the last machine that could had gone back; absent without one
 */
public record Played(
        Scenario scenario,
        @Nullable Duration stopped,
        int took,
        int broken,
        int busiestMinute,
        double busiestSecond,
        @Nullable Duration back) {}
