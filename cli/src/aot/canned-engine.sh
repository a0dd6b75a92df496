# An engine that has one pet, for the scripts that start hearth to see how it starts. They source this file.
# shellcheck shell=sh
# shellcheck disable=SC2154 # Variables of the script: here, lib, java_home, work.

# start_engine: sets engine, which the script has to end, and address.
start_engine() {
    "$java_home/bin/java" "@$lib/java.options" -cp "$here" CannedEngine "$work/engine.sock" "$(id -u)" \
        >"$work/engine.log" 2>&1 </dev/null &
    engine=$!
    address=unix://$work/engine.sock
    tries=0
    until [ -S "$work/engine.sock" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || exit 1
        sleep 0.1
    done
}

# run_java OPTION... MAIN WORD...: as the launcher does, but of nobody's environment. Who names no engine gets this one, by
# the way that finds the machine's own for most people.
run_java() {
    env -i PATH="$PATH" HOME="$work" USER=root LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$work" DOCKER_HOST="$address" \
        "$java_home/bin/java" "@$lib/java.options" "$@"
}
