package dev.hearth.engine;

import java.util.List;

/**
 * A program to be run in a container on the caller's terminal or streams.
 *
 * @param user {@code UID:GID} or a name
 * @param terminal whether the program gets a terminal of its own, bound to the caller's
 * @param variables names of environment variables whose values come from the caller's environment
 * @param command the program and its first arguments; more may be appended to the resulting command
 */
public record TerminalRequest(String user, boolean terminal, List<String> variables, List<String> command) {
    public TerminalRequest {
        variables = List.copyOf(variables);
        command = List.copyOf(command);
    }
}
