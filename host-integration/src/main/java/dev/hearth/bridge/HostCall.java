package dev.hearth.bridge;

import java.time.Instant;
import java.util.List;

/**
 * A command that a pet called for, and that has ended.
 *
 * @param time when it ended
 * @param status 125, 126 or 127 also where it was not run
 * @param command its words
 */
public record HostCall(Instant time, String pet, int status, List<String> command) {
    public HostCall {
        command = List.copyOf(command);
    }
}
