package dev.hearth.os.rollout;

import java.time.Duration;
import java.time.Instant;

/**
 * A bad release, to be played through.
 *
 * @param machines how many there are
 * @param breaks the part of them that it breaks, from 0 to 1
 * @param reported the part of broken ones that somebody reports
 * @param reportAfter how long after the update such a report comes in
 * @param reports how many of them it takes until the provider begins to look
 * @param reaction how long that takes, up to the withdrawal
 * @param released when the release is published
 * @param window over which time the machines take it
 * @param seed of all that is left to chance
 */
public record Scenario(
        int machines,
        double breaks,
        double reported,
        Duration reportAfter,
        int reports,
        Duration reaction,
        Instant released,
        Duration window,
        long seed) {}
