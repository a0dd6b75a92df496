package dev.hearth.os.rollout;

import java.time.Instant;

/**
 * What a machine knows of a channel that it followed before.
 *
 * @param learnt when a site said so
 */
public record KnownChannel(Channel channel, Instant learnt) {}
