# Sourced by zsh: what it does not find, pets may have. The handler that was there before has the last word.
if [[ -o interactive && ! -d /usr/libexec/hearth ]]; then
    typeset -g __hearth_not_found=${${(%):-%x}:A:h}/not-found.sh
    if (( $+functions[command_not_found_handler] )) &&
        [[ $functions[command_not_found_handler] != *__hearth_not_found* ]]; then
        functions[__hearth_former_handler]=$functions[command_not_found_handler]
    fi
    command_not_found_handler() {
        if /bin/sh $__hearth_not_found "$1"; then
            return 127
        elif (( $+functions[__hearth_former_handler] )); then
            __hearth_former_handler "$@"
            return
        fi
        print -u2 -r -- "zsh: command not found: $1"
        return 127
    }
fi
