package dev.hearth.session;

import dev.hearth.core.host.Environment;
import java.util.List;
import java.util.Set;

/**
 * Which variables of the caller's environment a session in a pet gets.
 *
 * <p>A list of what is passed on, not of what is held back: a host's {@code PATH}, {@code LD_LIBRARY_PATH} or
 * {@code JAVA_HOME} means nothing, or the wrong thing, in another distribution.
 */
public final class SessionEnvironment {
    private static final Set<String> NAMES = Set.of(
            // The terminal
            "TERM",
            "COLORTERM",
            "TERM_PROGRAM",
            "TERM_PROGRAM_VERSION",
            "VTE_VERSION",
            "XTERM_VERSION",
            "KONSOLE_VERSION",
            "KONSOLE_DBUS_SESSION",
            "KONSOLE_DBUS_WINDOW",
            "KONSOLE_DBUS_SERVICE",
            "KONSOLE_PROFILE_NAME",
            "WT_SESSION",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "FORCE_COLOR",
            "LS_COLORS",
            "COLUMNS",
            "LINES",
            // Language and time
            "LANG",
            "LANGUAGE",
            "TZ",
            // The graphical session
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "WAYLAND_SOCKET",
            "XAUTHORITY",
            "XCURSOR_THEME",
            "XCURSOR_SIZE",
            "DESKTOP_SESSION",
            "DESKTOP_STARTUP_ID",
            "XDG_ACTIVATION_TOKEN",
            "KDE_FULL_SESSION",
            "KDE_SESSION_VERSION",
            "GTK_MODULES",
            "GTK_IM_MODULE",
            "QT_IM_MODULE",
            "QT_QPA_PLATFORM",
            "QT_QPA_PLATFORMTHEME",
            "XMODIFIERS",
            "PULSE_SERVER",
            "PIPEWIRE_REMOTE",
            "AT_SPI_BUS_ADDRESS",
            "XDG_CURRENT_DESKTOP",
            "XDG_MENU_PREFIX",
            "XDG_RUNTIME_DIR",
            "XDG_SEAT",
            "XDG_SESSION_CLASS",
            "XDG_SESSION_DESKTOP",
            "XDG_SESSION_ID",
            "XDG_SESSION_TYPE",
            "XDG_VTNR",
            // Agents, buses and tickets
            "DBUS_SESSION_BUS_ADDRESS",
            "DBUS_SYSTEM_BUS_ADDRESS",
            "SSH_AUTH_SOCK",
            "SSH_AGENT_PID",
            "SSH_CONNECTION",
            "SSH_TTY",
            "GPG_AGENT_INFO",
            "KRB5CCNAME",
            // The way out
            "http_proxy",
            "https_proxy",
            "ftp_proxy",
            "all_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "FTP_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            // Habits
            "EDITOR",
            "VISUAL",
            "PAGER",
            "LESS",
            "BROWSER",
            "HISTCONTROL",
            "HISTFILE",
            "HISTFILESIZE",
            "HISTIGNORE",
            "HISTSIZE",
            "HISTTIMEFORMAT",
            "DEBEMAIL",
            "DEBFULLNAME",
            "EMAIL",
            "HEARTH_PROMPT");

    /** Those of the above that lead to the login's sockets, or describe it. */
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
            "KRB5CCNAME");

    private static final List<String> PREFIXES = List.of("LC_", "GIT_AUTHOR_", "GIT_COMMITTER_");

    private SessionEnvironment() {}

    /** {@return the names of the variables that are set and passed on, sorted} */
    public static List<String> names(Environment environment) {
        return environment.variables().keySet().stream()
                .filter(SessionEnvironment::isForwarded)
                .toList();
    }

    /** {@return the names that are passed on, whatever else is} */
    public static Set<String> exactNames() {
        return NAMES;
    }

    /** {@return the beginnings of names that are passed on with any end} */
    public static List<String> prefixes() {
        return PREFIXES;
    }

    /** {@return the names for a pet that is kept from the login: without those of its sockets} */
    public static List<String> namesWithoutLogin(Environment environment) {
        return names(environment).stream()
                .filter(name -> !OF_THE_LOGIN.contains(name))
                .toList();
    }

    /** {@return whether a variable of this name is passed on} */
    public static boolean isForwarded(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
