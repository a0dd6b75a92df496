package dev.hearth.exports;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import java.nio.file.Path;

/**
 * Where on the host exports are.
 *
 * @param programs usually {@code ~/.local/bin}
 * @param applications usually {@code ~/.local/share/applications}
 * @param icons usually {@code ~/.local/share/icons}
 * @param units usually {@code ~/.config/systemd/user}
 */
public record ExportPlaces(Path programs, Path applications, Path icons, Path units) {
    /** {@return the places of a user with this environment} */
    public static ExportPlaces of(Account account, Environment environment) {
        var home = account.home();
        var data = directory(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        var config = directory(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        return new ExportPlaces(
                home.resolve(".local/bin"),
                data.resolve("applications"),
                data.resolve("icons"),
                config.resolve("systemd/user"));
    }

    private static Path directory(Environment environment, String variable, Path otherwise) {
        return environment.get(variable).map(Path::of).filter(Path::isAbsolute).orElse(otherwise);
    }
}
