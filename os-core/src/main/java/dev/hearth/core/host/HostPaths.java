package dev.hearth.core.host;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hearth's own directories on the host, by the XDG base directory specification; none need exist.
 *
 * @param config what the user wrote
 * @param systemConfig what the administrator wrote
 * @param state history, logs, what set-up changed
 * @param cache what can be made again
 * @param runtime what a reboot may erase: locks, sessions
 */
public record HostPaths(Path config, Path systemConfig, Path state, Path cache, Path runtime) {
    private static final String OWN = "hearth";

    /** {@return the directories for a user with this environment} */
    public static HostPaths from(Environment environment, Account account) {
        var home = account.home();
        return new HostPaths(
                xdg(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve(OWN),
                Path.of("/etc").resolve(OWN),
                xdg(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local/state"))
                        .resolve(OWN),
                xdg(environment, "XDG_CACHE_HOME")
                        .orElse(home.resolve(".cache"))
                        .resolve(OWN),
                runtime(environment, account));
    }

    /** {@return the user's runtime directory for all programs, where the environment names one} */
    public static Optional<Path> sessionRuntime(Environment environment) {
        return xdg(environment, "XDG_RUNTIME_DIR");
    }

    /**
     * {@return the environment with {@code XDG_RUNTIME_DIR} as a login would have set it}
     *
     * <p>{@code su} and plain services do not set it, although the directory is there and is the user's.
     */
    public static Environment withSessionRuntime(Environment environment, Account account, Path root) {
        var directory = root.resolve("run/user").resolve(Long.toString(account.uid()));
        boolean usable = sessionRuntime(environment).isEmpty() && isOwn(directory, account, NOFOLLOW_LINKS);
        return usable ? environment.with("XDG_RUNTIME_DIR", directory.toString()) : environment;
    }

    /**
     * Checks the directory that {@code XDG_RUNTIME_DIR} names; that it is not set is in order.
     *
     * @throws InvalidRuntimeDirectory when it is not there, or not the user's own
     */
    public static void requireSessionRuntime(Environment environment, Account account) {
        var named = account.isRoot() ? Optional.<Path>empty() : sessionRuntime(environment);
        named.filter(directory -> !isOwn(directory, account)).ifPresent(directory -> {
            throw new InvalidRuntimeDirectory(directory, account.uid());
        });
    }

    private static boolean isOwn(Path directory, Account account, LinkOption... links) {
        try {
            return Files.isDirectory(directory, links)
                    && Files.getAttribute(directory, "unix:uid", links) instanceof Integer uid
                    && Integer.toUnsignedLong(uid) == account.uid();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path runtime(Environment environment, Account account) {
        if (account.isRoot()) {
            // One place for uid 0, whether it came by login, sudo or a unit: locks must be seen by all of them.
            return Path.of("/run").resolve(OWN);
        }
        return sessionRuntime(environment)
                .orElseGet(() -> Path.of("/tmp/hearth-runtime-" + account.uid()))
                .resolve(OWN);
    }

    private static Optional<Path> xdg(Environment environment, String variable) {
        // The specification: a relative path is invalid and to be ignored.
        return environment.get(variable).map(Path::of).filter(Path::isAbsolute);
    }
}
