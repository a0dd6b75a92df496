package dev.hearth.ide.terminal;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where terminals look for what the user configured.
 *
 * @param config usually {@code ~/.config}
 * @param data usually {@code ~/.local/share}
 */
public record TerminalPlaces(Path home, Path config, Path data) {
    /** {@return the places of a user with this environment} */
    public static TerminalPlaces of(Account account, Environment environment) {
        var home = account.home();
        return new TerminalPlaces(
                home,
                directory(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                directory(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
    }

    /** {@return tmux's file, of those that it reads the first that is there} */
    Path tmux() {
        var old = home.resolve(".tmux.conf");
        return Files.exists(old) ? old : config.resolve("tmux/tmux.conf");
    }

    private static Path directory(Environment environment, String variable, Path otherwise) {
        return environment.get(variable).map(Path::of).filter(Path::isAbsolute).orElse(otherwise);
    }
}
