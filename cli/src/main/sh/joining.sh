# Joins the namespaces of a pet's first process, as whatever the engine starts there. Part of entry.sh, whose variables it
# takes. Nothing of the pet's files is executed before its user's rights are all that is left.
# shellcheck shell=sh
# shellcheck disable=SC3013 # Comparing files' times and identities: every shell that is an sh somewhere can.
# shellcheck disable=SC2154,SC2034 # Variables of entry.sh: what the plan says; those of hand-over.sh.

# join ARGUMENT...: returns when the pet is not to be joined.
join() {
    # Opened before the process is looked at: it was the plan's then, so what was opened is the pet's, and stays so.
    is_sound && open_namespaces && is_alive || return 0
    sort_variables
    record=$session before=''
    case $namespaces in
        # A process joins only where something of the pet's is sure to end it.
        *--pid=*) join_as_child "$@" ;;
        *) [ -n "$cgroups" ] && join_cgroups && become_inside "$@" ;;
    esac
}

is_sound() {
    case $joins in rootless | root) ;; *) return 1 ;; esac
    case $bounding in *[!a-z0-9,_-]*) return 1 ;; esac
    case $umask in '' | *[!0-7]*) return 1 ;; esac
    case $groups in *[!0-9,]*) return 1 ;; esac
    case $oom$files$processes in *[!0-9a-z\ -]*) return 1 ;; esac
}

# Sets namespaces, the options of nsenter for those that this process does not share; their descriptors are open then.
# What the caller has open beyond the three streams is not for the pet; 6 and 8 are closed for it by hand-over.sh.
open_namespaces() {
    exec 3<&- 4<&- 5<&- 6<&- 7<&- 9<&-
    namespaces='' free='3 4 5 7 9'
    for kind in user:user mount:mnt pid:pid net:net uts:uts ipc:ipc cgroup:cgroup; do
        there=/proc/$process/ns/${kind#*:}
        ! [ "$there" -ef "/proc/self/ns/${kind#*:}" ] || continue
        number=${free%% *}
        free=${free#* }
        # The last stays free: what has so many namespaces of its own is left to the engine.
        [ "$free" != "$number" ] && [ -r "$there" ] || return 1
        { eval "command exec $number"'<"$there"'; } 2>/dev/null || return 1
        namespaces="$namespaces --${kind%:*}=/proc/self/fd/$number"
    done
    case $joins$namespaces in
        rootless*--user=* | root\ *) ;;
        *) return 1 ;;
    esac
    case $joins$namespaces in root\ *--user=*) return 1 ;; esac
}

# Writing 0 means the process that writes.
join_cgroups() {
    set -f
    IFS=$newline
    for line in $cgroups; do
        unset IFS
        for hierarchy in ${line#* }; do
            { printf 0 >"/sys/fs/cgroup/$hierarchy/${line%% *}/cgroup.procs"; } 2>/dev/null || return 1
        done
    done
    unset IFS
    set +f
}

# A process namespace of the pet's own has nsenter wait outside, which knows nothing of signals: this shell stays, too.
# Away from the caller's terminal and group, the program hears of them through this shell alone.
join_as_child() {
    # shellcheck source-path=SCRIPTDIR source=hand-over.sh
    . "$home/lib/hand-over.sh"
    words=1 joined=1
    begin become_child "$@"
}

become_child() {
    join_cgroups
    # What a shell starts in the background ignores these two, and would hand that on.
    before="/usr/bin/env --default-signal=INT,QUIT /usr/bin/setsid"
    become_inside "$@"
}

# limit "SOFT HARD" OPTION: lowers and raises as far as the caller may, in the order in which that goes.
limit() {
    # shellcheck disable=SC3045 # Every shell that is an sh somewhere has these.
    {
        ulimit -S "$2" "${1% *}"
        ulimit -H "$2" "${1#* }" && ulimit -S "$2" "${1% *}"
    } 2>/dev/null
}

# become_inside ARGUMENT...: replaces this process.
become_inside() {
    umask "$umask"
    limit "$files" -n
    # Shells do not agree on the letter.
    limit "$processes" -u || limit "$processes" -p
    IFS= read -r line </proc/self/oom_score_adj
    [ "$line" = "$oom" ] || { printf '%s' "$oom" >/proc/self/oom_score_adj; } 2>/dev/null
    set -f
    set -- /usr/libexec/hearth/run "$record" "$@"
    # shellcheck disable=SC2086
    if [ "$joins" = root ]; then
        set -- /usr/bin/setpriv --groups="${groups:-0}" --inh-caps=-all --bounding-set="${bounding:-+all}" \
            /usr/bin/nsenter $namespaces -- "$@"
    else
        set -- $before /usr/bin/nsenter $namespaces --setuid="${user%:*}" --setgid="${user#*:}" -- "$@"
    fi
    set_environment
    # shellcheck disable=SC2086
    unset $hearth_others
    exec 8<&-
    exec "$@"
}

# Sets hearth_others to what is left to be forgotten: the caller may have given any name to a variable, also this script's.
set_environment() {
    names=' HEARTH_WORKDIR HEARTH_PATH ' hearth_others=
    export HEARTH_WORKDIR="$PWD" HEARTH_PATH="${PATH-}"
    set -f
    IFS=$newline
    for variable in $variables; do
        name=${variable%%=*}
        # What is passed on from the caller outranks what the pet was made with.
        case "$pass " in
            *" --env=$name "*) ;;
            *) names="$names$name " ;;
        esac
    done
    unset IFS
    for name in $others; do
        case $names in
            *" $name "*) ;;
            *) hearth_others="$hearth_others $name" ;;
        esac
    done
    IFS=$newline
    for variable in $variables; do
        # shellcheck disable=SC2163 # Its value names the variable.
        case $names in *" ${variable%%=*} "*) export "$variable" ;; esac
    done
    unset IFS
    # Bash hands functions on as well.
    [ -z "${BASH_VERSION-}" ] || eval 'for hearth_word in $(declare -Fx); do export -nf "$hearth_word"; done' 2>/dev/null
}
