package dev.hearth.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process and when it was started, which tells it from a later one that was given its id.
 *
 * @param started in clock ticks since the machine's start, as digits
 */
public record StartedProcess(String pid, String started) {

    /** {@return whether that very process is there; one that has ended is not, though its parent may not know yet} */
    public boolean isThere() {
        try {
            var fields = fields(Files.readString(Path.of("/proc", pid, "stat")));
            return fields.get(19).equals(started) && !fields.get(0).equals("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return what follows the name: first the state, as 20th the start} */
    private static List<String> fields(String stat) {
        // The name, in parentheses, may itself have spaces and parentheses.
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    }
}
