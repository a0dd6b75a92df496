#!/bin/sh
# Makes a root file system from RPM packages and packs it.
#
# Runs as root of a mount namespace of its own (and of a user namespace, where an ordinary user started it), so that
# all mounts end with it, however it ends.
#
# usage: dnf-root.sh ROOT TAR PACKAGES OVERLAY DNF-ARGUMENT...
#   ROOT      the directory to make, which must not be there
#   TAR       the archive to make of it
#   PACKAGES  the file to list the packages in
#   OVERLAY   an archive of files to add at the end
set -eu

root=$1 tar=$2 packages=$3 overlay=$4
shift 4
devices='null zero full random urandom'

umask 022
mkdir -p "$root/dev" "$root/proc"
# Scriptlets write to /dev/null and read /proc; nodes cannot be made in a user namespace, only be lent.
for device in $devices; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount --rbind /proc "$root/proc"
# Some of dnf's logs go to the host's directory whatever it is told, and an ordinary user may not write there.
mount -t tmpfs hearth /var/log

# dnf 5 would look for the repositories below the new root.
case $(dnf --version 2> /dev/null) in
  dnf5*) set -- --use-host-config "$@" ;;
esac
dnf --installroot="$root" "$@"

rpm --root="$root" --query --all --queryformat '%{NAME} %{EVR} %{ARCH}\n' > "$packages"
tar --extract --file="$overlay" --directory="$root" --no-same-owner --no-overwrite-dir
if [ -x "$root/usr/bin/update-ca-trust" ]; then
  chroot "$root" /usr/bin/update-ca-trust
fi

umount --lazy "$root/proc"
for device in $devices; do
  umount "$root/dev/$device"
  rm "$root/dev/$device"
done
rm -rf "$root/var/cache/dnf" "$root/var/cache/yum" "$root/var/cache/libdnf5"
rm -f "$root"/var/log/dnf* "$root"/var/log/hawkey*

tar --create --file="$tar" --directory="$root" --numeric-owner --xattrs --xattrs-include=security.capability .
rm -rf "$root"
