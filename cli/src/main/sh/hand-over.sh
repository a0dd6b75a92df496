# Carries out Java's decision (dev.hearth.session.Handover): runs a program on this terminal, and passes signals on to
# what it started inside. Sourced by the launcher, with the decision's first line in $line and the rest behind it.
# shellcheck shell=sh
# shellcheck disable=SC2154 # The launcher's variables: status, fatal, line, self.
# shellcheck disable=SC2317 # Functions that only traps call.

damaged() {
    fail "Java left a decision that cannot be read: $line" 1
}

# drop_all_but COUNT OF: how many arguments go so that the last COUNT of them stay.
drop_all_but() {
    if is_number "$1" && [ "$1" -le "$2" ]; then
        drop=$(($2 - $1))
    else
        damaged
    fi
}

export_variable() {
    case ${1%% *} in '' | [0-9]* | *[!A-Za-z0-9_]*) damaged ;; esac
    export "${1%% *}=${1#* }"
}

# start_program ENDS END... WORD...
start_program() {
    shift "$(($1 + 1))"
    # Opened for both, a pipe makes nobody wait for its other end.
    [ -z "$stops" ] || exec 7<>"$stops"
    [ -z "$stops" ] || exec 6<"$stops"
    "$@" <&8 6<&- 8<&- &
    child=$!
}

# Reads the pipe from here on, and its end with the program's: nobody else has it open for writing then. The arguments
# are there for the traps.
watch_stops() {
    while read -r _; do kill -s USR1 "$$"; done <&6 6<&- 7<&- 8<&- >/dev/null 2>&1 &
    exec 6<&- 7<&-
}

open_session() {
    case $session in /*) ;; *) damaged ;; esac
    IFS= read -r stat <"/proc/$$/stat"
    # The start time is field 22; the name, which may contain anything, ends with the last parenthesis.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    (umask 077 && set -C && printf 'pid %s\nstart %s\n' "$$" "${20}" >"$session") || fail "'$session' cannot be made" 1
}

# make_pipe PATH
make_pipe() {
    case $1 in /*) ;; *) damaged ;; esac
    (umask 077 && mkfifo "$1") || fail "'$1' cannot be made" 1
}

# Tells the terminal that a container's shell has it ("push") or no longer ("pop").
tell_terminal() {
    [ -n "$mark" ] && [ -t 8 ] && [ -t 1 ] || return 0
    case $mark in *[!A-Za-z0-9_.\ -]*) damaged ;; esac
    # shellcheck disable=SC2086
    set -- "$1" $mark
    [ "$1" = push ] || set -- pop '' '' ''
    # shellcheck disable=SC1003
    printf '\033]777;container;%s;%s;%s;%s\033\\' "$@" 2>/dev/null
}

# end_inside SIGNAL END...
end_inside() {
    name=$1
    shift
    # An engine's client may wait for ever when its container is removed meanwhile.
    [ $# -gt 0 ] && timeout 5 "$@" "$name" </dev/null >/dev/null 2>&1 8<&-
}

# forward SIGNAL NUMBER END...: NUMBER is 0 where the program inside decides what becomes of it.
forward() {
    signal=$1
    [ "$2" = 0 ] || fatal=$((128 + $2))
    shift 2
    if ! end_inside "$signal" "$@" && [ -n "$fatal" ] && [ -n "$child" ]; then
        kill -s TERM "$child" 2>/dev/null
    fi
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
    set_modes "$modes"
    # In the background, the client stops the job again by reading. That must not keep this process from ending it.
    trap '' TTIN
    trap - TSTP
    kill -s TSTP "$stopped"
    trap 'suspend "$@"' TSTP
    # In the background, the kernel stops the job again for this.
    [ -n "$fatal" ] || set_modes "$modes"
    trap - TTIN
}

# go_on END...
go_on() {
    if [ -n "$fatal" ] && [ -n "$modes" ]; then
        # The terminal is the shell's again, and has modes of its own.
        modes=
        kill -s KILL "$child" 2>/dev/null
        return 0
    fi
    # At once, as some clients end for a key that means them, whatever becomes of the program inside.
    set_modes "$raw"
    kill -s CONT "$child" 2>/dev/null
    # The window may have another size by now.
    kill -s WINCH "$child" 2>/dev/null
    end_inside CONT "$@"
}

# set_modes MODES: of the terminal, if there is one, whatever keys are pressed meanwhile.
set_modes() {
    [ -z "$modes" ] || (trap '' INT QUIT TSTP && exec stty "$1" <&8)
} 2>/dev/null

hand_over() {
    [ "$line" = 'hearth-handover 1' ] || damaged
    # The arguments become the words of `end`, the words of the program, and the tail of the launcher's own. Words come last
    # first: taking a long tail to the end one by one would be slow.
    ends=0 words=0 tail=0 session='' stops='' mark='' discard=''
    while IFS= read -r line <&9; do
        value=${line#* }
        case $line in
            'tail '*) drop_all_but "$value" $# && shift "$drop" && tail=$value ;;
            'word '*) set -- "$value" "$@" && words=$((words + 1)) ;;
            'end '*) set -- "$value" "$@" && ends=$((ends + 1)) ;;
            'export '*) export_variable "$value" ;;
            'session '*) session=$value ;;
            'stops '*) stops=$value ;;
            'mark '*) mark=$value ;;
            'discard '*) discard=$value ;;
            go) break ;;
            *) damaged ;;
        esac
    done
    [ "$line" = go ] || damaged
    exec 9<&-

    child='' modes='' raw=''
    [ ! -t 0 ] || modes=$(stty -g 2>/dev/null)
    [ -z "$session" ] || open_session
    [ -z "$stops" ] || make_pipe "$stops"
    tell_terminal push
    start_program "$ends" "$@"
    # Only the words of `end` stay: the traps hand them on.
    while [ "$ends" -gt 0 ]; do
        first=$1 && shift && set -- "$@" "$first" && ends=$((ends - 1))
    done
    shift $((words + tail))
    trap 'forward HUP 1 "$@"' HUP
    trap 'forward INT 0 "$@"' INT
    trap 'forward QUIT 0 "$@"' QUIT
    trap 'forward TERM 15 "$@"' TERM
    [ $# = 0 ] || trap 'suspend "$@"' TSTP
    if [ -n "$stops" ]; then
        trap 'follow_stop "$@"' USR1
        watch_stops "$@"
    fi
    await "$@"
    trap '' HUP INT QUIT TERM USR1
    # A client that was killed, or that lost its engine, may have left its program behind.
    if [ -z "$fatal" ] && { [ "$status" = 125 ] || [ "$status" -gt 128 ]; }; then
        end_inside HUP "$@"
    fi
    set_modes "$modes"
    tell_terminal pop
    [ -z "$session" ] || rm -f "$session" ${stops:+"$stops"}
    [ -z "$discard" ] || "$self" rm --force "$discard" </dev/null >/dev/null 8<&-
    exit "${fatal:-$status}"
}

hand_over "$@"
