package dev.hearth.os.layer;

import java.time.Duration;

/**
 * How much package scripts may take.
 *
 * @param processes how many there may be at a time
 * @param install how long all of an installation may take, initramfs included
 * @param download how long fetching may take
 */
public record SandboxLimits(int processes, Duration install, Duration download) {
    /** What real packages never reach. */
    public static final SandboxLimits GENEROUS =
            new SandboxLimits(4096, Duration.ofMinutes(30), Duration.ofMinutes(60));
}
