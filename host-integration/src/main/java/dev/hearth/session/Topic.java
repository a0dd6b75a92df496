package dev.hearth.session;

import java.util.List;
import java.util.Set;

/**
 * What variables that pets get from a login are about.
 *
 * @param reason why they are passed on
 * @param prefixes of the names of further ones
 */
record Topic(String reason, List<String> prefixes, Set<String> names) {
    static final List<Topic> ALL = List.of(
            topic("what the terminal is and can show", List.of(), """
            TERM COLORTERM TERM_PROGRAM TERM_PROGRAM_VERSION VTE_VERSION
            XTERM_VERSION KONSOLE_VERSION KONSOLE_DBUS_SESSION KONSOLE_DBUS_WINDOW KONSOLE_DBUS_SERVICE
            KONSOLE_PROFILE_NAME WT_SESSION NO_COLOR CLICOLOR CLICOLOR_FORCE
            FORCE_COLOR LS_COLORS COLUMNS LINES
            """),
            topic("the language, and the time zone of this login", List.of("LC_"), """
            LANG LANGUAGE TZ
            """),
            topic("the graphical session and its sound", List.of(), """
            DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET XAUTHORITY XCURSOR_THEME
            XCURSOR_SIZE DESKTOP_SESSION DESKTOP_STARTUP_ID XDG_ACTIVATION_TOKEN KDE_FULL_SESSION
            KDE_SESSION_VERSION GTK_MODULES GTK_IM_MODULE QT_IM_MODULE QT_QPA_PLATFORM
            QT_QPA_PLATFORMTHEME XMODIFIERS PULSE_SERVER PIPEWIRE_REMOTE AT_SPI_BUS_ADDRESS
            XDG_CURRENT_DESKTOP XDG_MENU_PREFIX XDG_RUNTIME_DIR XDG_SEAT XDG_SESSION_CLASS
            XDG_SESSION_DESKTOP XDG_SESSION_ID XDG_SESSION_TYPE XDG_VTNR
            """),
            topic("agents, buses and tickets of the login", List.of(), """
            DBUS_SESSION_BUS_ADDRESS DBUS_SYSTEM_BUS_ADDRESS SSH_AUTH_SOCK SSH_AGENT_PID SSH_CONNECTION
            SSH_TTY GPG_AGENT_INFO KRB5CCNAME GNUPGHOME KRB5_CONFIG
            P11_KIT_SERVER_ADDRESS
            """),
            topic("the way out to the network", List.of(), """
            http_proxy https_proxy ftp_proxy all_proxy no_proxy
            HTTP_PROXY HTTPS_PROXY FTP_PROXY ALL_PROXY NO_PROXY
            """),
            topic("the user's habits", List.of("GIT_AUTHOR_", "GIT_COMMITTER_"), """
            EDITOR VISUAL PAGER LESS BROWSER
            HISTCONTROL HISTFILE HISTFILESIZE HISTIGNORE HISTSIZE
            HISTTIMEFORMAT DEBEMAIL DEBFULLNAME EMAIL HEARTH_PROMPT
            """));

    private static Topic topic(String reason, List<String> prefixes, String names) {
        return new Topic(reason, prefixes, Set.of(names.strip().split("\\s+")));
    }

    boolean covers(String name) {
        return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }
}
