package dev.hearth.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process and when it was started, which tells it from a later one that was given its id.
 *
 * @param started in clock ticks since the machine's start, as digits
 */
public record StartedProcess(String pid, String started) {

    /** {@return whether that very process is there} */
    public boolean isThere() {
        try {
            return started(Files.readString(Path.of("/proc", pid, "stat"))).equals(started);
        } catch (IOException e) {
            return false;
        }
    }

    private static String started(String stat) {
        // The name, in parentheses, may itself have spaces and parentheses; the start time is the 20th field after it.
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    }
}
