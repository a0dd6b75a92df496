#!/bin/sh
# Counts this boot as one that has begun, before anything of the new version can fail that this does not need. What was
# begun often enough and never found healthy has hearth look at it at once (docs/health.md).
#
# boot-count.sh [ROOT]: on the system in a directory it only says what it would do.
set -eufC

root=${1-}
state=$root/var/lib/hearth/health
boots=$state/boots

# Sets deployment: STATEROOT-CHECKSUM.SERIAL, as hearth names it.
find_deployment() {
    deployment=
    IFS= read -r line <"$root/proc/cmdline" || [ -n "$line" ]
    for word in $line; do
        case $word in
            ostree=/*)
                # .../deploy/STATEROOT/deploy/CHECKSUM.SERIAL
                target=$(readlink "$root${word#ostree=}")
                stateroot=${target%/deploy/*}
                deployment=${stateroot##*/}-${target##*/}
                ;;
            composefs=*) [ -n "$deployment" ] || deployment=default-${word#composefs=}.0 ;;
        esac
    done
    case $deployment in *[!A-Za-z0-9_.:-]* | -* | *- | '') return 1 ;; esac
}

# Sets tries.
find_tries() {
    tries=3
    while read -r key value _; do
        case $key:$value in tries::[1-9] | tries::[1-9][0-9]) tries=$value ;; esac
    done 2>/dev/null <"$root/etc/hearth/health.yaml" || :
}

# Sets before, in how many other boots the deployment was tried, and counted, whether this one is counted already.
count_others() {
    before=0 counted=
    while read -r id name _; do
        case $id:$name in
            "$boot:"*) counted=1 ;;
            *":$deployment") before=$((before + 1)) ;;
        esac
    done 2>/dev/null <"$boots" || :
}

is_settled() {
    while read -r name; do
        [ "$name" != "$deployment" ] || return 0
    done 2>/dev/null <"$state/settled" || :
    return 1
}

find_deployment || { echo "hearth: It cannot be told which deployment this boot is of; it is not counted" >&2 && exit 1; }
IFS= read -r boot <"$root/proc/sys/kernel/random/boot_id"
find_tries
count_others
if [ -z "$counted" ]; then
    umask 022
    mkdir -p "$state"
    # What the power failed in while it was written is a line of its own.
    printf '\n%s %s\n' "$boot" "$deployment" >>"$boots"
    sync "$boots" 2>/dev/null || sync
fi
if is_settled; then
    echo "hearth: This deployment was kept before"
elif [ "$before" -lt "$tries" ]; then
    echo "hearth: This is try $((before + 1)) of $tries of this deployment"
else
    echo "hearth: This deployment was not found healthy in $before boots"
    [ -n "$root" ] || systemctl start --no-block hearth-boot-rescue.service
fi
