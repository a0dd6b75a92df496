# shellcheck shell=sh
# Read by every interactive shell in the pet, and by login shells: repairs the session's variables where a program
# other than hearth opened the session, and shows the pet's name before the user's own prompt.
# HEARTH_PROMPT=off leaves the prompt alone.

__hearth_facts() {
    [ -r /run/hearth/petenv ] || return 0
    while IFS='=' read -r __hearth_key __hearth_value; do
        case $__hearth_key in
            name) HEARTH_PET=$__hearth_value ;;
            engine) container=$__hearth_value ;;
            host) __hearth_host=$__hearth_value ;;
            init) [ "$__hearth_value" = 1 ] || export SYSTEMD_OFFLINE=1 ;;
        esac
    done </run/hearth/petenv
    export HEARTH_PET container
    unset __hearth_key __hearth_value
}

__hearth_session() {
    # shellcheck disable=SC3028
    __hearth_uid=${UID:-$(id -u)}
    if [ -z "${XDG_RUNTIME_DIR:-}" ] && [ -w "/run/user/$__hearth_uid" ]; then
        export XDG_RUNTIME_DIR="/run/user/$__hearth_uid"
    fi
    __hearth_login=${XDG_RUNTIME_DIR:-/run/user/$__hearth_uid}/hearth
    if [ -z "${HEARTH_SESSION:-}" ]; then
        __hearth_renew all
    else
        __hearth_seen=$(__hearth_record)
    fi
    if [ -z "${LANG:-}" ]; then
        export LANG=C.UTF-8
    fi
    case $- in
        *i*)
            # gpg-agent asks for passphrases there, and not where it was started.
            [ -n "${GPG_TTY:-}" ] || GPG_TTY=$(tty)
            export GPG_TTY
            ;;
    esac
    # /tmp is the host's, and so would be the tmux that a plain `tmux` finds there.
    if [ -z "${TMUX_TMPDIR:-}" ] && [ -w /run/hearth/tmp ]; then
        export TMUX_TMPDIR=/run/hearth/tmp
    fi
    unset __hearth_uid
}

# Gives variables that lead nowhere what the latest login has; with `all`, also those that are not set.
__hearth_renew() {
    __hearth_seen=$(__hearth_record)
    [ ! -x "$__hearth_here/login" ] || eval "$(/bin/sh "$__hearth_here/login" "$1")"
}

__hearth_record() {
    [ ! -r "$__hearth_login/session" ] || while IFS= read -r __hearth_line; do
        printf '%s\n' "$__hearth_line"
    done <"$__hearth_login/session"
}

# Before each prompt: a later login may have other sockets.
__hearth_follow() {
    if [ "$(__hearth_record)" != "$__hearth_seen" ]; then
        __hearth_renew stale
    elif [ -n "${SSH_AUTH_SOCK:-}" ] && [ ! -e "$SSH_AUTH_SOCK" ]; then
        __hearth_renew stale
    fi
}

# Tells the terminal the directory, which a new tab may start in.
__hearth_directory() {
    case $PWD in
        *[!A-Za-z0-9/._~-]*) __hearth_path=$(__hearth_encode "$PWD") ;;
        *) __hearth_path=$PWD ;;
    esac
    # shellcheck disable=SC1003
    printf '\033]7;file://%s%s\033\\' "$__hearth_host" "$__hearth_path"
}

__hearth_encode() (
    LC_ALL=C
    __hearth_rest=$1
    while [ -n "$__hearth_rest" ]; do
        __hearth_tail=${__hearth_rest#?}
        __hearth_char=${__hearth_rest%"$__hearth_tail"}
        case $__hearth_char in
            [A-Za-z0-9/._~-]) printf %s "$__hearth_char" ;;
            *) printf '%%%02X' $(($(printf %d "'$__hearth_char") & 255)) ;;
        esac
        __hearth_rest=$__hearth_tail
    done
)

# Before each prompt, as the user's own files may set it after this one. Keeps $? for it.
__hearth_prompt() {
    __hearth_status=$?
    __hearth_follow
    case ${PS1:-} in
        "($HEARTH_PET) "*) ;;
        *) [ "${HEARTH_PROMPT:-}" = off ] || PS1="($HEARTH_PET) ${PS1:-}" ;;
    esac
    case ${TERM:-dumb} in
        dumb | linux) ;;
        *) __hearth_directory ;;
    esac
    return "$__hearth_status"
}

__hearth_hook() {
    if [ -n "${BASH_VERSION:-}" ]; then
        case $BASH_VERSION in
            # A place of its own in the array, which `PROMPT_COMMAND=…` in the user's files does not touch.
            5.[1-9]* | [6-9]*) eval 'PROMPT_COMMAND[77]=__hearth_prompt' ;;
            *)
                case ${PROMPT_COMMAND:-} in
                    *__hearth_prompt*) ;;
                    *) PROMPT_COMMAND="__hearth_prompt${PROMPT_COMMAND:+; $PROMPT_COMMAND}" ;;
                esac
                ;;
        esac
    elif [ -n "${ZSH_VERSION:-}" ]; then
        eval 'precmd_functions=(${precmd_functions:#__hearth_prompt} __hearth_prompt)'
    elif [ "${HEARTH_PROMPT:-}" != off ]; then
        PS1="($HEARTH_PET) ${PS1:-\$ }"
    fi
}

__hearth_here=/usr/libexec/hearth
__hearth_host=
__hearth_facts
__hearth_session
case $- in
    *i*) [ -z "${HEARTH_PET:-}" ] || __hearth_hook ;;
esac
