#!/bin/sh
# sandbox.sh WORK UPPER CGROUP COMMAND [ARGUMENT ...]
#
# Becomes the command, with WORK/lower and what WORK/UPPER changes of it mounted on WORK/merged, in the control group
# when one is given. Run in a mount namespace of its own, which takes the mount away however the command ends.
set -eu
cd "$1"
upper=$2 cgroup=$3
shift 3
# No file of a script's, and nothing it prints, becomes larger than 8 GiB; and none leaves its memory behind.
ulimit -f 16777216
[ -z "$cgroup" ] || echo $$ >"$cgroup/cgroup.procs"
# A volatile overlay refuses a work directory that was used before. That it is never synced is what makes it quick;
# what it leaves is read back at once, or thrown away.
rm -rf overlay
mkdir overlay
# With userxattr, directories that hide the lower one are marked with an attribute that any program can read; it also
# rules out marks for renamed directories and for files without content.
mount -t overlay -o "lowerdir=lower,upperdir=$upper,workdir=overlay,userxattr,volatile" overlay merged
exec prlimit --core=0 -- "$@"
