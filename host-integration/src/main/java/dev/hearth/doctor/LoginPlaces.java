package dev.hearth.doctor;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where what a login offers is to be found on the host.
 *
 * @param root of the host's files, which is {@code /} but for tests
 */
record LoginPlaces(Path root, Account account, Environment environment) {
    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    /** A path with what may stand before it in addresses of several kinds, and D-Bus's further words after it. */
    private static final Pattern ADDRESS = Pattern.compile("(?:unix:path=|unix:|FILE:|DIR:)?(/[^,;]*)(?:[,;].*)?");

    Optional<Located> fixed(String path) {
        return Optional.of(new Located(root.resolve(path), null));
    }

    Optional<Located> inRuntime(String name) {
        return HostPaths.sessionRuntime(environment).map(runtime -> new Located(runtime.resolve(name), null));
    }

    /** {@return the path in a variable's address; where there is no variable, the usual name in the runtime directory} */
    Optional<Located> address(String variable, @Nullable String usual) {
        var value = environment.get(variable);
        if (value.isEmpty()) {
            return usual == null ? Optional.empty() : inRuntime(usual);
        }
        return value.map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(address -> new Located(Path.of(address.group(1)), variable));
    }

    Optional<Located> wayland() {
        var name = environment.get("WAYLAND_DISPLAY");
        return name.isEmpty()
                ? inRuntime("wayland-0")
                : HostPaths.sessionRuntime(environment)
                        .map(runtime -> runtime.resolve(name.get()))
                        .map(socket -> new Located(socket, "WAYLAND_DISPLAY"));
    }

    /** A display at the end of a network is not looked at. */
    Optional<Located> x11() {
        return environment
                .get("DISPLAY")
                .map(LOCAL_DISPLAY::matcher)
                .filter(Matcher::matches)
                .map(display -> root.resolve("tmp/.X11-unix/X" + display.group(1)))
                .map(socket -> new Located(socket, "DISPLAY"));
    }

    Optional<Located> authority() {
        return address("XAUTHORITY", null)
                .or(() -> Optional.of(new Located(account.home().resolve(".Xauthority"), null)));
    }

    Optional<Located> tickets() {
        return environment.get("KRB5CCNAME").isPresent()
                ? address("KRB5CCNAME", null)
                : fixed("tmp/krb5cc_" + account.uid());
    }
}
