# Carries out Java's decision (dev.hearth.session.Handover), or what an entry plan comes to (entry.sh): runs a program on
# this terminal, and passes signals on to what it started inside. Sourced by the launcher.
# shellcheck shell=sh
# shellcheck disable=SC2154 # The launcher's variables: status, fatal, line, self, home.
# shellcheck disable=SC2317 # Functions that only traps call.

# shellcheck source-path=SCRIPTDIR source=stopping.sh
. "$home/lib/stopping.sh"

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

open_session() {
    case $session in /*) ;; *) damaged ;; esac
    IFS= read -r stat <"/proc/$$/stat"
    # The start time is field 22; the name, which may contain anything, ends with the last parenthesis.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    # Its directory is the owner's alone.
    set -C
    printf 'pid %s\nstart %s\n' "$$" "${20}" >"$session" || fail "'$session' cannot be made" 1
    set +C
}

# Starting a program to remove a file takes longer than all that a joined pet costs, so there it is emptied, and those that
# are empty are removed by one session in many.
close_session() {
    if [ -n "$stops" ] || [ -z "$joined" ]; then
        rm -f "$session" ${stops:+"$stops"}
        return
    fi
    : >"$session"
    [ $(($$ % 32)) = 0 ] || return 0
    set -- "$session"
    for file in "${session%/*}"/*; do
        [ -s "$file" ] || set -- "$@" "$file"
    done
    rm -f "$@"
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

# Gives the terminal, if there is one, the modes that are wanted, whatever keys are pressed meanwhile.
set_modes() {
    [ -z "$modes" ] || (trap '' INT QUIT TSTP && exec stty "$wanted" <&8)
} 2>/dev/null

# Reads the decision, whose first line is in $line and the rest behind it.
hand_over() {
    [ "$line" = 'hearth-handover 1' ] || damaged
    # The arguments become the words of `end`, the words of the program, and the tail of the launcher's own. Words come last
    # first: taking a long tail to the end one by one would be slow.
    ends=0 words=0 tail=0 session='' stops='' mark='' discard='' joined=''
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
    carry_out "$@"
}

# carry_out END... WORD... ARGUMENT...: as many of each as $ends, $words and $tail say; ends with the program's status.
carry_out() {
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
    wanted=$modes
    set_modes
    tell_terminal pop
    [ -z "$session" ] || close_session
    [ -z "$discard" ] || "$self" rm --force "$discard" </dev/null >/dev/null 8<&-
    exit "${fatal:-$status}"
}
