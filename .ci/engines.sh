# shellcheck shell=sh
# shellcheck disable=SC2154 # The variables of ./verify, which sources this: work, daemon, service, user_made, tun.
# A Docker daemon and a rootless Podman for one run of the tests, and an image that both have.

image=localhost/hearth-it/debian:12
user=hearth-it

can_start_engines() {
    [ "$(id -u)" = 0 ] && for program in dockerd docker podman runc newuidmap mmdebstrap setpriv; do
        command -v "$program" >/dev/null || return 1
    done
}

start_engines() {
    # One run at a time: the user is the same for all.
    exec 7>/run/hearth-verify.lock
    flock -n 7 || {
        say 'Waiting for another run to end'
        flock 7
    }
    work=$(mktemp -d /var/tmp/hearth-verify.XXXXXX)
    chmod 0755 "$work"
    bootstrap_image
    start_docker
    start_podman
    export HEARTH_IT_DOCKER="unix://$work/docker.sock" HEARTH_IT_PODMAN="unix://$runtime/podman/podman.sock"
    export HEARTH_IT_IMAGE="$image" HEARTH_IT_USER="$user"
    export HEARTH_IT_CACHE="$cache/it" HEARTH_IT_DEBIAN="$archive"
}

# Kept for the day: the mirror's packages change, and so may this recipe.
bootstrap_image() {
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/hearth-verify
    number=$(cksum <.ci/bootstrap-debian)
    archive=$cache/debian-12-${number%% *}-$(date +%F).tar
    mkdir -p "$cache"
    [ ! -e "$archive" ] || return 0
    say 'Making the image for the integration tests; this takes a minute, once a day'
    find "$cache" -name 'debian-12-*' -delete
    .ci/bootstrap-debian "$archive.part.tar" >"$work/bootstrap.log" 2>&1 || {
        tail -n 20 "$work/bootstrap.log" >&2
        fail 'The image for the integration tests could not be made'
    }
    mv "$archive.part.tar" "$archive"
}

start_docker() {
    say 'Starting a Docker daemon'
    # Two attempts, as between five of them it would wait for more than a minute.
    dockerd --iptables=false --bridge=none --max-download-attempts=2 \
        --data-root "$work/docker" --exec-root "$work/exec" --pidfile "$work/docker.pid" \
        --host "unix://$work/docker.sock" >target/dockerd.log 2>&1 </dev/null 7>&- &
    daemon=$!
    wait_for docker --host "unix://$work/docker.sock" version || fail "dockerd does not start; see 'target/dockerd.log'"
    docker --host "unix://$work/docker.sock" import --change 'CMD ["/bin/bash"]' "$archive" "$image" >/dev/null \
        || fail "Docker does not take the image '$archive'"
}

start_podman() {
    say "Starting a rootless Podman for the user $user"
    if ! id "$user" >/dev/null 2>&1; then
        useradd --create-home --shell /bin/bash "$user" || fail "The user $user cannot be made"
    fi
    user_made=yes
    uid=$(id -u "$user")
    runtime=/run/user/$uid
    install -d -m 0700 -o "$user" -g "$(id -g "$user")" "$runtime"
    as_user mkdir -p "/home/$user/.config/containers" "$runtime/podman"
    as_user tee "/home/$user/.config/containers/containers.conf" >/dev/null <<'CONF'
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[containers]
default_ulimits = ["nofile=1024:20000"]
CONF
    printf '[storage]\ndriver = "overlay"\n' | as_user tee "/home/$user/.config/containers/storage.conf" >/dev/null
    open_tun
    # What is mounted here lasts as long as Podman's pause process, and all its later commands see it.
    if [ ! -e /sys/fs/cgroup/cgroup.controllers ]; then
        as_user podman unshare unshare --cgroup mount -t cgroup2 none /sys/fs/cgroup || no_podman
    fi
    as_user podman unshare mount --make-rshared / || no_podman
    as_user podman system service --time=0 "unix://$runtime/podman/podman.sock" >target/podman.log 2>&1 </dev/null &
    service=$!
    wait_for as_user podman --url "unix://$runtime/podman/podman.sock" version || no_podman
    as_user podman import --change 'CMD ["/bin/bash"]' - "$image" <"$archive" >>target/podman.log 2>&1 || no_podman
}

# A network of a container's own takes it. Where udev is there, every user may open it.
open_tun() {
    [ -c /dev/net/tun ] || return 0
    tun=$(stat -c %a /dev/net/tun)
    chmod 0666 /dev/net/tun
}

no_podman() {
    fail "Rootless Podman does not start; see 'target/podman.log', and what it said above"
}

as_user() {
    (
        cd / && exec setpriv --reuid="$user" --regid="$user" --init-groups env HOME="/home/$user" USER="$user" \
            LOGNAME="$user" XDG_RUNTIME_DIR="$runtime" "$@" 7>&-
    )
}

wait_for() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 60 ] || return 1
        sleep 0.5
    done
}

stop_engines() {
    [ -z "$user_made" ] || stop_podman
    [ -z "$daemon" ] || stop_docker
    [ -n "$work" ] || return 0
    # Deepest first.
    awk -v under="$work/" 'index($2, under) == 1 { print $2 }' /proc/self/mounts | sort -r | while IFS= read -r mount; do
        umount -l "$mount" || true
    done
    rm -rf --one-file-system "$work"
}

stop_docker() {
    docker --host "unix://$work/docker.sock" ps --all --quiet 2>/dev/null \
        | xargs -r docker --host "unix://$work/docker.sock" rm --force >/dev/null 2>&1 || true
    kill -s TERM "$daemon" 2>/dev/null || true
    wait "$daemon" || true
}

# The user is this run's own, so all that runs as it is.
stop_podman() {
    [ -z "$service" ] || kill -s TERM "$service" 2>/dev/null || true
    as_user podman rm --all --force --time 0 >/dev/null 2>&1 || true
    tries=0
    while pids=$(ps -o pid= -u "$user") && [ "$tries" -lt 20 ]; do
        # shellcheck disable=SC2086
        kill -s KILL $pids 2>/dev/null || true
        tries=$((tries + 1))
        sleep 0.1
    done
    [ -z "$tun" ] || chmod "$tun" /dev/net/tun
    userdel --remove "$user" >/dev/null 2>&1 || true
    rm -rf --one-file-system "$runtime"
}
