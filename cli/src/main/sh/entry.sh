# Enters a pet that runs without Java, by the entry plan that Java left for it (dev.hearth.entry.EntryPlan). A plan is data:
# lines of a key and a value, each checked against its grammar and never evaluated. What is not in order, or not known
# here, is Java's to decide: the functions fail, and enter_by_plan returns. Only builtins, as starting a program takes
# longer than all of this. Sourced by the launcher.
# shellcheck shell=sh
# shellcheck disable=SC3013 # Comparing files' times and identities: every shell that is an sh somewhere can.
# shellcheck disable=SC2154 # The launcher's variable: home.

newline='
'

# enter_by_plan ARGUMENT...: does not return when the pet was entered.
enter_by_plan() {
    read_words "$@" && find_plan && read_plan || return 0
    # shellcheck source-path=SCRIPTDIR source=running.sh
    . "$home/lib/running.sh"
    is_answered && is_tidy || return 0
    # Java says what is wrong with a directory that is gone.
    { cd -P .; } 2>/dev/null || return 0
    # Numbers of processes are used again, but not at the same time.
    read -r uptime _ </proc/uptime
    session=${container%"${container#????????????}"}.$$.$uptime
    shift $(($# - words))
    tail=$words ends=0 stops='' mark='' discard='' joined=''
    # shellcheck source-path=SCRIPTDIR source=variables.sh
    . "$home/lib/variables.sh"
    if [ -z "$joins" ] || { [ -t 0 ] && [ -t 1 ]; }; then
        is_alive || return 0
    else
        # shellcheck source-path=SCRIPTDIR source=joining.sh
        . "$home/lib/joining.sh"
        join "$@"
        is_alive || return 0
    fi
    by_client "$@"
}

# Sets asked, pet, and words, which is how many of the last arguments are the command.
read_words() {
    asked=${HEARTH_ENGINE-} words=0
    case $1 in
        --engine=*) asked=${1#*=} && shift ;;
        --engine) [ $# -gt 2 ] && asked=$2 && shift 2 || return 1 ;;
    esac
    case ${1-} in
        enter) [ $# = 2 ] && pet=$2 ;;
        run) shift && read_run "$@" ;;
        *) return 1 ;;
    esac || return 1
    case $pet in [!A-Za-z]* | *[!A-Za-z0-9_.-]* | ?) return 1 ;; esac
}

read_run() {
    case ${1-} in
        -c | --container) [ $# -gt 2 ] && pet=$2 && shift 2 || return 1 ;;
        --container=*) pet=${1#*=} && shift ;;
        *) return 1 ;;
    esac
    case ${1-} in
        --) shift ;;
        -*) return 1 ;;
    esac
    words=$#
    [ $# -gt 0 ]
}

# What another user made, or can have made through a link, is no plan.
is_own() {
    [ -O "$1" ] && [ ! -h "$1" ]
}

find_plan() {
    [ -n "$pet" ] && find_kept "$pet" && is_own "$runtime/sessions"
}

# find_kept NAME: sets runtime and plan, which is what Java has kept under that name.
find_kept() {
    [ -n "${HOME-}" ] || return 1
    if [ -O / ]; then
        runtime=/run/hearth
    else
        case ${XDG_RUNTIME_DIR-} in /*) ;; *) return 1 ;; esac
        [ -O "$XDG_RUNTIME_DIR" ] || return 1
        runtime=$XDG_RUNTIME_DIR/hearth
    fi
    plan=$runtime/entries/$1
    for own in "$runtime" "$runtime/entries" "$plan"; do
        is_own "$own" || return 1
    done
    [ -f "$plan" ] && is_of_this_hearth && is_newest
}

# The plans of another hearth, whose in-pet half is another, are older or newer than this one's cache of classes.
is_of_this_hearth() {
    made=$runtime/entries/.made-with
    [ -f "$made" ] && ! [ "$home/lib/hearth.aot" -nt "$made" ] && ! [ "$home/lib/hearth.aot" -ot "$made" ]
}

# What was configured after the plan was made may mean another engine, and authorities that the host trusts since then
# (dev.hearth.session.Authorities), set-up has to copy.
is_newest() {
    for changed in /usr/local/share/ca-certificates /etc/pki/ca-trust/source/anchors /etc/pki/trust/anchors \
        /etc/ca-certificates/trust-source/anchors; do
        ! [ "$changed" -nt "$plan" ] || return 1
    done
    for configured in "${XDG_CONFIG_HOME:-$HOME/.config}/hearth" /etc/hearth; do
        ! [ "$configured" -nt "$plan" ] && ! [ "$configured/config.yaml" -nt "$plan" ] || return 1
    done
    ! [ "${DOCKER_CONFIG:-$HOME/.docker}/config.json" -nt "$plan" ]
}

# Sets choice to what the caller says about engines, as dev.hearth.entry.EngineWords has it.
set_choice() {
    choice="$asked|${CONTAINER_HOST-}|${DOCKER_HOST-}|${DOCKER_CONTEXT-}|${DOCKER_CONFIG-}"
}

# Sets what the plan says: boot, process, start, container, user, client, inside, and what join takes.
read_plan() {
    chosen='' complete='' boot='' process='' start='' container='' user='' client='' inside=''
    joins='' groups='' bounding='' umask='' files='' processes='' oom='' cgroups='' variables=''
    set_choice
    {
        IFS= read -r line && [ "$line" = 'hearth-entry 1' ] || return 1
        while IFS= read -r line; do
            value=${line#* }
            case $line in
                "choice $choice") chosen=1 ;;
                'choice '*) ;;
                'variable '[A-Za-z_]*=*) variables=$variables$value$newline ;;
                *[!A-Za-z0-9_./:=,@^+\ -]*) return 1 ;;
                'boot '*) boot=$value ;;
                'process '*) process=$value ;;
                'start '*) start=$value ;;
                'container '*) container=$value ;;
                'user '*) user=$value ;;
                'client '*) client=$value ;;
                'inside /'*) inside=$value ;;
                'join '*) joins=$value ;;
                'groups '*) groups=$value ;;
                'bounding '*) bounding=$value ;;
                'umask '*) umask=$value ;;
                'files '*) files=$value ;;
                'processes '*) processes=$value ;;
                'oom '*) oom=$value ;;
                'cgroup '*) cgroups=$cgroups$value$newline ;;
                go) complete=1 && break ;;
                *) return 1 ;;
            esac
        done
    } 2>/dev/null <"$plan"
    [ -n "$chosen" ] && [ -n "$complete" ] || return 1
    case $process:$start in :* | *[!0-9:]* | *: | *:*:*) return 1 ;; esac
    case $container in *[!0-9a-f]*) return 1 ;; ????????????*) ;; *) return 1 ;; esac
    case $user in :* | *[!0-9:]* | *: | *:*:*) return 1 ;; *:*) ;; *) return 1 ;; esac
    case $client in 'docker '* | 'podman '*) ;; *) return 1 ;; esac
}

# by_client ARGUMENT...: by the engine's own client, as Java would have it.
by_client() {
    # shellcheck source-path=SCRIPTDIR source=hand-over.sh
    . "$home/lib/hand-over.sh"
    sort_variables
    tty=''
    if [ -t 0 ] && [ -t 1 ]; then
        tty=--tty
        if [ "$tail" = 0 ]; then
            mark="$pet ${client%% *} ${user%:*}"
        elif [ -n "$inside" ]; then
            is_own "$runtime/stops" || return 0
            stops=$runtime/stops/$session
            export HEARTH_STOPS="$inside$stops"
        fi
    fi
    export HEARTH_WORKDIR="$PWD" HEARTH_PATH="${PATH-}"
    set -f
    # shellcheck disable=SC2086
    set -- $client "$user" $tty $pass --env=HEARTH_PATH --env=HEARTH_WORKDIR --env=HEARTH_STOPS \
        "$container" /usr/libexec/hearth/run "$session" "$@"
    words=$(($# - tail))
    begin "$@"
}

# begin WORD... ARGUMENT...: hands over, with the command that ends what was begun.
begin() {
    set -f
    # shellcheck disable=SC2086
    set -- $client 0:0 "$container" /usr/libexec/hearth/end "$session" "$@"
    set +f
    ends=$(($# - words - tail))
    session=$runtime/sessions/$session
    carry_out "$@"
}
