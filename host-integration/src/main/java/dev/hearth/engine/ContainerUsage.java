package dev.hearth.engine;

import java.time.Duration;

/**
 * What a container takes of the machine.
 *
 * @param processor the time that its programs have had on processors since it was started
 * @param memory the bytes that they have, without what the kernel only keeps for them and gives up when it must
 */
public record ContainerUsage(Duration processor, long memory) {}
