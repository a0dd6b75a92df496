#compdef hearth
# Completion of hearth's command lines in zsh.

# TABLE

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
        [ $# -gt 0 ] && shift
    done
}

_hearth() {
    local command kind offered word=${words[CURRENT]} previous=${words[CURRENT - 1]}
    local -a table
    _hearth_command "${(@)words[2,CURRENT - 1]}"
    case $word in
        --*=*)
            previous=${word%%=*}
            compset -P '*='
            ;;
    esac
    table=("${(@f)$(_hearth_table "$command" "$previous")}")
    offered=${table[1]} kind=${table[2]}
    case $kind in
        pets | images | distros | deployments | requests | exports) offered="$offered $("${words[1]}" complete "$kind" 2>/dev/null)" ;;
        files) _files ;;
        commands) _command_names -e; _files ;;
    esac
    compadd -- ${=offered}
}

_hearth "$@"
