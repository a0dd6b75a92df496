# Completion of hearth's command lines in bash.

# TABLE

# Sets `command` to the command that the words before the cursor name.
_hearth_command() {
    command=
    while [ $# -gt 0 ]; do
        case $1 in
            --engine | --color | --sysroot) shift ;;
            -*) ;;
            *)
                command=${command:+$command }$1
                _hearth_is_group "$command" || return
                ;;
        esac
        shift
    done
}

_hearth() {
    # Words as blanks divide them: bash itself divides at = and : too.
    local line=${COMP_LINE:0:COMP_POINT} command words kind word previous done option=
    local -a parts
    read -ra parts <<< "$line"
    case $line in *' ') parts+=('') ;; esac
    local last=$((${#parts[@]} - 1))
    word=${parts[last]}
    previous=${parts[last - 1]}
    _hearth_command "${parts[@]:1:last-1}"
    case $word in --*=*) option=${word%%=*} previous=$option word=${word#*=} ;; esac
    { read -r words; read -r kind; } <<< "$(_hearth_table "$command" "$previous")"
    case $kind in
        pets | images | distros | deployments | requests | exports) words="$words $("${parts[0]}" complete "$kind" 2>/dev/null)" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    case $kind in
        files) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word") ;;
        commands) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -c -- "$word"; compgen -f -- "$word") ;;
    esac
    # Bash puts what is offered behind the last = or :, so what is before it must go.
    done=
    case $word in *:*) done=${word%:*}: ;; esac
    COMPREPLY=("${COMPREPLY[@]#"$done"}")
}

complete -o filenames -o bashdefault -F _hearth hearth
