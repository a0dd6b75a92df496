package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user's own systemd, which starts pets.
 *
 * @param runs whether it runs now
 * @param lingers whether it runs without a login
 */
public record UserSystemd(boolean runs, boolean lingers) {

    /** Looks below a root directory, which is {@code /} but for tests. */
    static UserSystemd read(Path root, Account account, Environment environment) {
        boolean runs = HostPaths.sessionRuntime(environment)
                .map(runtime -> Files.exists(runtime.resolve("systemd/private")))
                .orElse(false);
        return new UserSystemd(
                runs, Files.exists(root.resolve("var/lib/systemd/linger").resolve(account.name())));
    }
}
