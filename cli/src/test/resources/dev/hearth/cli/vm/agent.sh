#!/bin/sh
# Runs in a machine under test what the test says, as root: each script comes with its length before it, and what it wrote
# goes back with its status and length.
set -u

port=/dev/virtio-ports/hearth.it
script=/run/it-script output=/run/it-output

exec 3<>"$port"
# DHCP takes a moment.
tries=0
until ip -4 route get 10.0.2.2 >/dev/null 2>&1 || [ "$tries" = 100 ]; do
    tries=$((tries + 1))
    sleep 0.2
done
echo ready >&3
while read -r length <&3; do
    head -c "$length" <&3 >"$script"
    status=0
    (cd / && HOME=/root exec sh "$script") >"$output" 2>&1 </dev/null 3<&- || status=$?
    echo "$status $(stat -c %s "$output")" >&3
    cat "$output" >&3
done
