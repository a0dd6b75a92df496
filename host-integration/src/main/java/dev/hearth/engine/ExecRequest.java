package dev.hearth.engine;

import java.util.List;
import java.util.Map;

/**
 * A program to be run in a container.
 *
 * @param user {@code UID:GID} or a name
 */
public record ExecRequest(String user, Map<String, String> environment, List<String> command) {
    public ExecRequest {
        environment = Map.copyOf(environment);
        command = List.copyOf(command);
    }

    /** {@return a request to run a program as root} */
    public static ExecRequest asRoot(String... command) {
        return new ExecRequest("0:0", Map.of(), List.of(command));
    }
}
