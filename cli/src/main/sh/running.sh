# Whether processes that an entry plan counts on are there. Part of entry.sh, of whose variables it knows.
# shellcheck shell=sh
# shellcheck disable=SC2154 # Variables of entry.sh.

short=${container%"${container#????????????}"}

# set_fields STAT: sets state and started of a process, whose name may hold anything and ends with the last parenthesis.
set_fields() {
    set -f
    # shellcheck disable=SC2086
    set -- ${1##*) }
    set +f
    state=$1 started=${20-}
}

# runs PROCESS START: whether it does, and is not another that got its number.
runs() {
    { IFS= read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
    set_fields "$line"
    [ "$started" = "$2" ] && [ "$state" != Z ] && [ "$state" != X ]
}

# Whether the pet's first process is still the one that the plan is about.
is_alive() {
    { IFS= read -r line </proc/sys/kernel/random/boot_id; } 2>/dev/null && [ "$line" = "$boot" ] && runs "$process" "$start"
}

# Whether the agent that answers the pet's calls for the host is there, if the pet has one: Java starts it anew.
is_answered() {
    door=$runtime/bridge/$short.$process
    [ -d "$door" ] || return 0
    { read -r agent began <"$door/agent"; } 2>/dev/null || return 1
    case $agent in '' | *[!0-9]*) return 1 ;; esac
    runs "$agent" "$began"
}

# Whether the launchers of all sessions in the pet are there: what one that was killed left behind, Java ends.
is_tidy() {
    for record in "$runtime/sessions/$short".*; do
        # One that is empty belongs to a session that has ended.
        [ -s "$record" ] || continue
        # One that is being written tells nothing yet.
        { read -r _ launcher && read -r _ began; } 2>/dev/null <"$record" || continue
        runs "$launcher" "$began" || return 1
    done
}
