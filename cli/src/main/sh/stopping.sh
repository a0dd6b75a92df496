# Stops the launcher with what runs inside, and the other way round, and goes on with both. Part of hand-over.sh.
# Functions are called with the words of `end` wherever a trap may come in between, which hands them on.
# shellcheck shell=sh
# shellcheck disable=SC2154 # Variables of hand-over.sh: child, fatal, modes, stops.
# shellcheck disable=SC2034,SC2317 # What is for hand-over.sh, and functions that only traps call.

# make_pipe PATH
make_pipe() {
    case $1 in /*) ;; *) damaged ;; esac
    (umask 077 && mkfifo "$1") || fail "'$1' cannot be made" 1
}

# Reads the pipe from here on, and its end with the program's: nobody else has it open for writing then.
watch_stops() {
    while read -r _; do kill -s USR1 "$$"; done <&6 6<&- 7<&- 8<&- >/dev/null 2>&1 &
    exec 6<&- 7<&-
}

# suspend END...: somebody stops this process, so what runs inside stops as well, and need not tell.
suspend() {
    [ -z "$stops" ] || mv "$stops" "$stops.taken"
    forward TSTP 0 "$@"
    stop_with "$$" "$@"
    [ -z "$stops" ] || mv "$stops.taken" "$stops"
    go_on "$@"
}

# follow_stop END...: what runs inside was stopped at its terminal. Here the key would have stopped the whole job.
follow_stop() {
    signal=USR1
    stop_with 0 "$@"
    go_on "$@"
}

# stop_with PROCESS END...: stops it, which includes this one, until the job is continued in the foreground, or ended.
stop_with() {
    stopped=$1
    shift
    # The client would take some of what is typed to the shell meanwhile.
    kill -s STOP "$child" 2>/dev/null
    raw=$(stty -g <&8 2>/dev/null)
    wanted=$modes
    set_modes "$@"
    # In the background, the client stops the job by whatever it does to the terminal. That must not keep this process
    # from ending it.
    trap '' TTIN TTOU
    trap - TSTP
    kill -s TSTP "$stopped"
    until [ -n "$fatal" ] || has_terminal "$@"; do
        kill -s STOP "$stopped"
    done
    trap 'suspend "$@"' TSTP
}

# The fields of the process's group and of the terminal's stand behind the program's name, which may hold anything.
has_terminal() {
    [ -z "$modes" ] || (
        IFS= read -r stat <"/proc/$$/stat"
        # shellcheck disable=SC2086
        set -- ${stat##*) }
        [ "$3" = "$6" ]
    )
}

# go_on END...
go_on() {
    if [ -n "$fatal" ] && [ -n "$modes" ]; then
        # The terminal is the shell's again, and has modes of its own.
        modes=
        kill -s KILL "$child" 2>/dev/null
        return 0
    fi
    trap - TTIN TTOU
    # At once, as some clients end for a key that means them, whatever becomes of the program inside.
    wanted=$raw
    set_modes "$@"
    kill -s CONT "$child" 2>/dev/null
    # The window may have another size by now.
    kill -s WINCH "$child" 2>/dev/null
    end_inside CONT "$@"
}
