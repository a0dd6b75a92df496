#!/bin/sh
# run-checks.sh SECONDS
#
# Runs the checks beside it, inside the machine that they are about, and reports to the second serial port; then the
# machine is switched off. SECONDS is how long each may take.
set -u
exec >/dev/ttyS1 2>&1
stty -F /dev/ttyS1 raw 2>/dev/null || true

deployment=$(sed -n 's/.*ostree=\([^ ]*\).*/\1/p' /proc/cmdline)
deployment=$(readlink -f "/sysroot$deployment")
printf 'booted %s\n' "${deployment##*/}"
cd "${0%/*}/checks" || exit 1
for check in *; do
    printf 'begin %s\n' "$check"
    start=$(date +%s)
    status=0
    timeout "$1" "./$check" >/run/hearth-gate.output 2>&1 </dev/null || status=$?
    tail -n 40 /run/hearth-gate.output | cut -c 1-400 | sed 's/^/| /'
    printf '\nend %s %s\n' "$status" "$(($(date +%s) - start))"
done
echo 'done'
sync
systemctl poweroff --force --no-block
