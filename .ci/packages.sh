# shellcheck shell=sh
# What the tests need of the system, for ./verify to source.

# COMMAND or /FILE, then the Debian package that has it.
needed_packages() {
    cat <<'LIST'
dockerd docker.io
docker docker.io
podman podman
runc runc
newuidmap uidmap
slirp4netns slirp4netns
dbus-daemon dbus
flatpak flatpak
xdg-dbus-proxy xdg-dbus-proxy
mmdebstrap mmdebstrap
dnf dnf
rpmbuild rpm
createrepo_c createrepo-c
bwrap bubblewrap
dpkg-scanpackages dpkg-dev
gpg gpg
docker-registry docker-registry
skopeo skopeo
ostree ostree
shellcheck shellcheck
busybox busybox
dash dash
fish fish
zsh zsh
tmux tmux
foot foot
lua5.4 lua5.4
dconf dconf-cli
/usr/libexec/dconf-service dconf-service
sudo sudo
setpriv util-linux
setfattr attr
curl curl
make make
mvn maven
sway sway
wl-copy wl-clipboard
Xvfb xvfb
xauth xauth
xclip xclip
pulseaudio pulseaudio
ssh-agent openssh-client
rsync rsync
gpg-agent gpg-agent
krb5kdc krb5-kdc
kadmin.local krb5-admin-server
kinit krb5-user
p11-kit p11-kit
softhsm2-util softhsm2
cupsd cups-daemon
openssl openssl
mkfs.btrfs btrfs-progs
strip binutils
unzip unzip
tinyproxy tinyproxy
dnsmasq dnsmasq-base
qemu-system-x86_64 qemu-system-x86
mke2fs e2fsprogs
debugfs e2fsprogs
LIST
}

# What only the benchmark needs: who is measured beside hearth, and what measures.
packages_of_peers() {
    cat <<'LIST'
toolbox podman-toolbox
distrobox distrobox
hyperfine hyperfine
time time
LIST
}

# What only tests with the tag `long` need: editors, a browser, and terminals that bring a toolkit.
packages_of_long_tests() {
    cat <<'LIST'
cmake cmake
emacs emacs-nox
gdb gdb
gnome-terminal gnome-terminal
nvim neovim
scrot scrot
sshd openssh-server
vim vim
xdotool xdotool
kitty kitty
konsole konsole
chromium chromium
LIST
}

# missing_packages [with_peers] [with_long_tests]
missing_packages() {
    {
        needed_packages
        case " $* " in *' with_peers '*) packages_of_peers ;; esac
        case " $* " in *' with_long_tests '*) packages_of_long_tests ;; esac
    } | while read -r program package; do
        command -v "$program" >/dev/null || printf '%s\n' "$package"
    done | sort -u
}

# install_packages [with_peers] [with_long_tests]
install_packages() {
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "These packages are missing, and only root with apt could install them here: $missing"
        return 0
    fi
    say "Installing $missing"
    {
        apt-get update
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
    } >target/packages.log 2>&1 || fail "apt failed; all it said is in 'target/packages.log'"
}
