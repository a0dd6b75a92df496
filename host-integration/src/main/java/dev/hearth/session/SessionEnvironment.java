package dev.hearth.session;

import dev.hearth.core.host.Environment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which variables of the caller's environment a session in a pet gets.
 *
 * <p>A list of what is passed on, not of what is held back: a host's {@code PATH}, {@code LD_LIBRARY_PATH} or
 * {@code JAVA_HOME} means nothing, or the wrong thing, in another distribution.
 */
public final class SessionEnvironment {
    /** Those that lead to the login's sockets, or describe it. */
    private static final Set<String> OF_THE_LOGIN = Set.of(
            "KONSOLE_DBUS_SESSION",
            "KONSOLE_DBUS_WINDOW",
            "KONSOLE_DBUS_SERVICE",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "WAYLAND_SOCKET",
            "XAUTHORITY",
            "DESKTOP_STARTUP_ID",
            "XDG_ACTIVATION_TOKEN",
            "PULSE_SERVER",
            "PIPEWIRE_REMOTE",
            "AT_SPI_BUS_ADDRESS",
            "XDG_RUNTIME_DIR",
            "XDG_SEAT",
            "XDG_SESSION_CLASS",
            "XDG_SESSION_DESKTOP",
            "XDG_SESSION_ID",
            "XDG_SESSION_TYPE",
            "XDG_VTNR",
            "DBUS_SESSION_BUS_ADDRESS",
            "DBUS_SYSTEM_BUS_ADDRESS",
            "SSH_AUTH_SOCK",
            "SSH_AGENT_PID",
            "GPG_AGENT_INFO",
            "KRB5CCNAME",
            "P11_KIT_SERVER_ADDRESS");

    private SessionEnvironment() {}

    /** {@return the names of the variables that are set and passed on, sorted} */
    public static List<String> names(Environment environment) {
        return environment.variables().keySet().stream()
                .filter(SessionEnvironment::isForwarded)
                .toList();
    }

    /** {@return the names that are passed on, whatever else is} */
    public static Set<String> exactNames() {
        return Topic.ALL.stream().flatMap(topic -> topic.names().stream()).collect(Collectors.toSet());
    }

    /** {@return the beginnings of names that are passed on with any end} */
    public static List<String> prefixes() {
        return Topic.ALL.stream().flatMap(topic -> topic.prefixes().stream()).toList();
    }

    /** {@return the names for a pet that is kept from the login: without those of its sockets} */
    public static List<String> namesWithoutLogin(Environment environment) {
        return names(environment).stream()
                .filter(name -> !OF_THE_LOGIN.contains(name))
                .toList();
    }

    /** {@return whether a variable of this name is passed on} */
    public static boolean isForwarded(String name) {
        return reason(name).isPresent();
    }

    /** {@return why a variable of this name is passed on; absent when it is not} */
    public static Optional<String> reason(String name) {
        return Topic.ALL.stream()
                .filter(topic -> topic.covers(name))
                .map(Topic::reason)
                .findFirst();
    }
}
