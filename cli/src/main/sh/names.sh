# Prints the names of the caller's pets, as Java found them some minutes ago (dev.hearth.entry.KnownNames): who presses
# the tab key waits for it. Sourced by the launcher, after entry.sh, whose functions and variables it takes.
# shellcheck shell=sh
# shellcheck disable=SC2154 # Variables of entry.sh.

# In seconds. What hearth changes is known at once; this is for what the engine's own commands do.
longest=600

# show_names: does not return when they are known.
show_names() {
    asked=${HEARTH_ENGINE-}
    find_kept .names && read_names && is_recent || return 0
    printf %s "$names"
    exit 0
}

# Sets names and at.
read_names() {
    chosen='' names='' at='' complete=''
    set_choice
    {
        IFS= read -r line && [ "$line" = 'hearth-names 1' ] || return 1
        while IFS= read -r line; do
            case $line in
                "choice $choice") chosen=1 ;;
                'name '*[!A-Za-z0-9_.-]*) return 1 ;;
                'name '[A-Za-z]*) names=$names${line#name }$newline ;;
                'at '[0-9]*) at=${line#at } ;;
                go) complete=1 && break ;;
                *) return 1 ;;
            esac
        done
    } 2>/dev/null <"$plan"
    [ -n "$chosen" ] && [ -n "$complete" ]
}

is_recent() {
    IFS=. read -r uptime _ </proc/uptime
    case $at:$uptime in :* | *[!0-9:]* | *: | ????????????????????*) return 1 ;; esac
    [ $((uptime - at)) -ge 0 ] && [ $((uptime - at)) -lt "$longest" ]
}
