# Which variables of the environment a session in a pet gets, as dev.hearth.session.SessionEnvironment has it: a test holds
# one to the other. Part of entry.sh.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # Variables of entry.sh.

is_passed_on() {
    case $1 in
        LC_* | GIT_AUTHOR_* | GIT_COMMITTER_* | TERM | COLORTERM | TERM_PROGRAM | TERM_PROGRAM_VERSION | \
            VTE_VERSION | XTERM_VERSION | KONSOLE_VERSION | KONSOLE_DBUS_SESSION | KONSOLE_DBUS_WINDOW | \
            KONSOLE_DBUS_SERVICE | KONSOLE_PROFILE_NAME | WT_SESSION | NO_COLOR | CLICOLOR | CLICOLOR_FORCE | \
            FORCE_COLOR | LS_COLORS | COLUMNS | LINES | LANG | LANGUAGE | TZ | DISPLAY | WAYLAND_DISPLAY | \
            WAYLAND_SOCKET | XAUTHORITY | XCURSOR_THEME | XCURSOR_SIZE | DESKTOP_SESSION | DESKTOP_STARTUP_ID | \
            XDG_ACTIVATION_TOKEN | KDE_FULL_SESSION | KDE_SESSION_VERSION | GTK_MODULES | GTK_IM_MODULE | \
            QT_IM_MODULE | QT_QPA_PLATFORM | QT_QPA_PLATFORMTHEME | XMODIFIERS | PULSE_SERVER | PIPEWIRE_REMOTE | \
            AT_SPI_BUS_ADDRESS | XDG_CURRENT_DESKTOP | XDG_MENU_PREFIX | XDG_RUNTIME_DIR | XDG_SEAT | \
            XDG_SESSION_CLASS | XDG_SESSION_DESKTOP | XDG_SESSION_ID | XDG_SESSION_TYPE | XDG_VTNR | \
            DBUS_SESSION_BUS_ADDRESS | DBUS_SYSTEM_BUS_ADDRESS | SSH_AUTH_SOCK | SSH_AGENT_PID | SSH_CONNECTION | \
            SSH_TTY | GPG_AGENT_INFO | KRB5CCNAME | GNUPGHOME | KRB5_CONFIG | P11_KIT_SERVER_ADDRESS | \
            http_proxy | https_proxy | ftp_proxy | all_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | FTP_PROXY | \
            ALL_PROXY | NO_PROXY | EDITOR | VISUAL | PAGER | LESS | BROWSER | HISTCONTROL | HISTFILE | \
            HISTFILESIZE | HISTIGNORE | HISTSIZE | HISTTIMEFORMAT | DEBEMAIL | DEBFULLNAME | EMAIL | \
            HEARTH_PROMPT)
            return 0
            ;;
    esac
    return 1
}

# Sets pass, options of the engine's client, and others, the names of the variables that a session does not get.
sort_variables() {
    pass='' others=''
    set -f
    IFS=$newline
    # A value of several lines can at worst look like a variable that is not there.
    for exported in $(export -p); do
        name=${exported#export }
        name=${name%%=*}
        case $name in
            '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;;
        esac
        if is_passed_on "$name"; then
            pass="$pass --env=$name"
        else
            others="$others $name"
        fi
    done
    unset IFS
    set +f
}
