package dev.hearth.pets;

import java.nio.file.Path;
import java.util.Map;

/**
 * A session that somebody wants in a pet.
 *
 * @param user {@code UID:GID} inside
 * @param commandWords how many of the caller's last arguments are the command; the user's shell when 0
 * @param terminal whether the program gets a terminal
 * @param directory where the caller is; the session starts there when it exists inside
 * @param variables to set inside on top of those that are passed on
 */
public record EnterRequest(
        String user, int commandWords, boolean terminal, Path directory, Map<String, String> variables) {
    public EnterRequest {
        variables = Map.copyOf(variables);
    }

    /** {@return whether it is for the user's shell on a terminal, which terminals want to know about} */
    public boolean isShell() {
        return terminal && commandWords == 0;
    }
}
