# Sourced by bash: what it does not find, pets may have. The handler that was there before has the last word.
if [[ $- == *i* && ! -d /usr/libexec/hearth ]]; then
    __hearth_not_found=${BASH_SOURCE[0]%/*}/not-found.sh
    if declare -F command_not_found_handle >/dev/null &&
        [[ $(declare -f command_not_found_handle) != *__hearth_not_found* ]]; then
        __hearth_former=$(declare -f command_not_found_handle)
        eval "__hearth_former_handle${__hearth_former#command_not_found_handle}"
        unset __hearth_former
    fi
    command_not_found_handle() {
        if /bin/sh "$__hearth_not_found" "$1"; then
            return 127
        elif declare -F __hearth_former_handle >/dev/null; then
            __hearth_former_handle "$@"
            return
        fi
        printf 'bash: %s: command not found\n' "$1" >&2
        return 127
    }
fi
