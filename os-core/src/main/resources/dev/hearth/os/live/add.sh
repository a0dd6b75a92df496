#!/bin/sh
# add.sh FROM TO ADDED RENEWED CONFIGURATION
#
# Copies what the files ADDED, RENEWED and CONFIGURATION name, each path ended by a null byte, from the deployment FROM to the
# root TO. Run in a mount namespace of its own, in which alone /usr becomes writable. It may be run again after it was cut off.
set -eu
from=$1 to=$2 added=$3 renewed=$4 configuration=$5

mount -o remount,rw "$to/usr"
cd "$from"
# What is not there, whole directories included. What uses it is written after it, so that it is never missing.
xargs --null --no-run-if-empty -- cp --archive --parents --remove-destination --target-directory="$to" -- <"$added"

# copy_over LIST PREFIX: each file at once or not at all.
copy_over() {
    # shellcheck disable=SC2016 # The inner shell expands them.
    xargs --null --no-run-if-empty -- sh -euc '
        to=$1 prefix=$2
        shift 2
        for path; do
            mkdir -p "$(dirname "$to/$path")"
            cp --archive --no-target-directory -- "$prefix$path" "$to/$path.hearth-new"
            mv --no-target-directory -- "$to/$path.hearth-new" "$to/$path"
        done' copy-over "$to" "$2" <"$1"
}

copy_over "$configuration" usr/
copy_over "$renewed" ''
