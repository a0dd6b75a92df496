#compdef hearth
# Completion of hearth's command lines in zsh.

_hearth_is_group() {
    case $1 in image) return 0 ;; esac
    return 1
}

# Prints the words to offer, then what else may stand there.
_hearth_table() {
    case "$1 $2" in
        'enter --image') printf '%s\n' '' images; return ;;
        'enter --distro') printf '%s\n' '' distros; return ;;
        'enter --release') printf '%s\n' '' nothing; return ;;
        'enter --home') printf '%s\n' '' files; return ;;
        'enter --volume') printf '%s\n' '' files; return ;;
        'enter --env') printf '%s\n' '' nothing; return ;;
        'enter --package') printf '%s\n' '' nothing; return ;;
        'enter --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'enter --publish') printf '%s\n' '' nothing; return ;;
        'enter --device') printf '%s\n' '' files; return ;;
        'enter --memory') printf '%s\n' '' nothing; return ;;
        'enter --cpus') printf '%s\n' '' nothing; return ;;
        'enter --platform') printf '%s\n' '' nothing; return ;;
        'enter --hostname') printf '%s\n' '' nothing; return ;;
        'enter --label') printf '%s\n' '' nothing; return ;;
        'enter --idle-stop') printf '%s\n' '' nothing; return ;;
        'run -c' | 'run --container') printf '%s\n' '' pets; return ;;
        'ephemeral --image') printf '%s\n' '' images; return ;;
        'ephemeral --distro') printf '%s\n' '' distros; return ;;
        'ephemeral --release') printf '%s\n' '' nothing; return ;;
        'ephemeral --home') printf '%s\n' '' files; return ;;
        'ephemeral --volume') printf '%s\n' '' files; return ;;
        'ephemeral --env') printf '%s\n' '' nothing; return ;;
        'ephemeral --package') printf '%s\n' '' nothing; return ;;
        'ephemeral --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'ephemeral --publish') printf '%s\n' '' nothing; return ;;
        'ephemeral --device') printf '%s\n' '' files; return ;;
        'ephemeral --memory') printf '%s\n' '' nothing; return ;;
        'ephemeral --cpus') printf '%s\n' '' nothing; return ;;
        'ephemeral --platform') printf '%s\n' '' nothing; return ;;
        'ephemeral --hostname') printf '%s\n' '' nothing; return ;;
        'ephemeral --label') printf '%s\n' '' nothing; return ;;
        'ephemeral --idle-stop') printf '%s\n' '' nothing; return ;;
        'create --image') printf '%s\n' '' images; return ;;
        'create --distro') printf '%s\n' '' distros; return ;;
        'create --release') printf '%s\n' '' nothing; return ;;
        'create --home') printf '%s\n' '' files; return ;;
        'create --volume') printf '%s\n' '' files; return ;;
        'create --env') printf '%s\n' '' nothing; return ;;
        'create --package') printf '%s\n' '' nothing; return ;;
        'create --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'create --publish') printf '%s\n' '' nothing; return ;;
        'create --device') printf '%s\n' '' files; return ;;
        'create --memory') printf '%s\n' '' nothing; return ;;
        'create --cpus') printf '%s\n' '' nothing; return ;;
        'create --platform') printf '%s\n' '' nothing; return ;;
        'create --hostname') printf '%s\n' '' nothing; return ;;
        'create --label') printf '%s\n' '' nothing; return ;;
        'create --idle-stop') printf '%s\n' '' nothing; return ;;
        'list --format') printf '%s\n' 'table json' nothing; return ;;
        'ls --format') printf '%s\n' 'table json' nothing; return ;;
        'show --format') printf '%s\n' 'table json' nothing; return ;;
        'stop -t' | 'stop --time') printf '%s\n' '' nothing; return ;;
        'restart -t' | 'restart --time') printf '%s\n' '' nothing; return ;;
        'logs -n' | 'logs --lines') printf '%s\n' '' nothing; return ;;
        'image list --format') printf '%s\n' 'table json' nothing; return ;;
        'image ls --format') printf '%s\n' 'table json' nothing; return ;;
        'image show --format') printf '%s\n' 'table json' nothing; return ;;
        'image pull --distro') printf '%s\n' '' distros; return ;;
        'image pull --release') printf '%s\n' '' nothing; return ;;
        'image pull --platform') printf '%s\n' '' nothing; return ;;
        'image build --distro') printf '%s\n' '' distros; return ;;
        'image build --release') printf '%s\n' '' nothing; return ;;
        'engine --format') printf '%s\n' 'table json' nothing; return ;;
        'setup --for') printf '%s\n' '' nothing; return ;;
        'config --format') printf '%s\n' 'table json' nothing; return ;;
        *' --engine') printf '%s\n' 'docker podman' nothing; return ;;
        *' --color') printf '%s\n' 'auto always never' nothing; return ;;
    esac
    case $1 in
        '') printf '%s\n' 'enter run ephemeral create list ls show start stop restart rm rename default logs image engine setup config completion version help -y --yes -v --verbose --engine --color -h --help -V --version' nothing ;;
        'enter') printf '%s\n' '--rm --image --distro --release --home --volume --env --package --init --unshare --publish --device --memory --cpus --platform --hostname --label --autostart --idle-stop -y --yes -v --verbose --engine --color -h --help' pets ;;
        'run') printf '%s\n' '-c --container -y --yes -v --verbose --engine --color -h --help' commands ;;
        'ephemeral') printf '%s\n' '--image --distro --release --home --volume --env --package --init --unshare --publish --device --memory --cpus --platform --hostname --label --autostart --idle-stop -y --yes -v --verbose --engine --color -h --help' commands ;;
        'create') printf '%s\n' '--image --distro --release --home --volume --env --package --init --unshare --publish --device --memory --cpus --platform --hostname --label --autostart --idle-stop --dry-run -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'list') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'ls') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'show') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'start') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'stop') printf '%s\n' '-t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'restart') printf '%s\n' '-t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'rm') printf '%s\n' '-f --force -y --yes -v --verbose --engine --color -h --help' pets ;;
        'rename') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'default') printf '%s\n' '--unset -y --yes -v --verbose --engine --color -h --help' pets ;;
        'logs') printf '%s\n' '-n --lines -y --yes -v --verbose --engine --color -h --help' pets ;;
        'image') printf '%s\n' 'list ls show pull build rm -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image list') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image ls') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image show') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' images ;;
        'image pull') printf '%s\n' '--distro --release --platform -y --yes -v --verbose --engine --color -h --help' images ;;
        'image build') printf '%s\n' '--distro --release --bootstrap -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image rm') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' images ;;
        'engine') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'setup') printf '%s\n' '--for --undo --dry-run -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'config') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'completion') printf '%s\n' 'bash zsh fish -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'version') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' nothing ;;
        'help') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' commands ;;
    esac
}

_hearth_command() {
    command=
    while [ $# -gt 0 ]; do
        case $1 in
            --engine | --color) shift ;;
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
        pets | images | distros) offered="$offered $("${words[1]}" complete "$kind" 2>/dev/null)" ;;
        files) _files ;;
        commands) _command_names -e; _files ;;
    esac
    compadd -- ${=offered}
}

_hearth "$@"
