#!/bin/sh
# run-checks.sh SECONDS
#
# Does what the list beside it says, inside the machine that it is about, and reports to the second serial port; then the
# machine is switched off. SECONDS is how long each line may take. A line is one of
#   run NAME PROGRAM
#   unit NAME UNIT      waits for the unit while it starts
set -u
exec >/dev/ttyS1 2>&1
stty -F /dev/ttyS1 raw 2>/dev/null || true

says() { printf '%s\n' "$state" | grep -q -x "$1"; }
starts() {
    says LoadState=loaded || return 1
    says ActiveState=activating && return 0
    # A target that others are still waited for is inactive; so is what has done its work once, and ended.
    says ActiveState=inactive && ! { says Type=oneshot && says Result=success; }
}
await() {
    waited=0
    while :; do
        state=$(systemctl show --property=LoadState,ActiveState,Result,Type -- "$1" 2>&1)
        if ! starts || [ "$waited" -ge "$2" ]; then break; fi
        sleep 1
        waited=$((waited + 1))
    done
    printf '%s\n' "$state"
}

deployment=$(sed -n 's/.*ostree=\([^ ]*\).*/\1/p' /proc/cmdline)
deployment=$(readlink -f "/sysroot$deployment")
printf 'booted %s\n' "${deployment##*/}"
said=/run/hearth-checks.output
while read -r kind name what; do
    printf 'begin %s\n' "$name"
    start=$(date +%s)
    status=0
    case $kind in
    unit) await "$what" "$1" >"$said" ;;
    *) timeout "$1" "$what" >"$said" 2>&1 </dev/null || status=$? ;;
    esac
    tail -n 40 "$said" | cut -c 1-400 | sed 's/^/| /'
    printf '\nend %s %s\n' "$status" "$(($(date +%s) - start))"
done <"${0%/*}/list"
echo 'done'
sync
systemctl poweroff --force --no-block
