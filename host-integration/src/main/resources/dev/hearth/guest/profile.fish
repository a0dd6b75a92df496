# Repairs the session's variables, as profile.sh does for other shells, and shows the pet's name before the user's own
# prompt. HEARTH_PROMPT=off leaves the prompt alone.
if test -r /run/hearth/petenv
    while read -l -d = key value
        switch $key
            case name
                set -gx HEARTH_PET $value
            case engine
                set -gx container $value
            case host
                set -g __hearth_host $value
        end
    end </run/hearth/petenv
end

set -q __hearth_here; or set -g __hearth_here /usr/libexec/hearth
set -g __hearth_login /run/user/(id -u)/hearth
set -q XDG_RUNTIME_DIR; and set __hearth_login $XDG_RUNTIME_DIR/hearth

function __hearth_record
    test -r $__hearth_login/session; and cat $__hearth_login/session
end

# Gives variables that lead nowhere what the latest login has; with `all`, also those that are not set.
function __hearth_renew
    set -g __hearth_seen (__hearth_record)
    test -r $__hearth_here/login; and /bin/sh $__hearth_here/login $argv[1] fish | source
end

if status is-interactive; or status is-login
    if set -q HEARTH_SESSION
        set -g __hearth_seen (__hearth_record)
    else
        __hearth_renew all
    end
end

# Before each prompt: a later login may have other sockets.
if status is-interactive
    function __hearth_follow --on-event fish_prompt
        set -l record (__hearth_record)
        if test "$record" != "$__hearth_seen"
            __hearth_renew stale
        else if set -q SSH_AUTH_SOCK; and not test -e "$SSH_AUTH_SOCK"
            __hearth_renew stale
        end
    end
end

# The user's prompt is defined after this file, so it is wrapped just before it is first shown.
if status is-interactive; and set -q HEARTH_PET
    function __hearth_prompt --on-event fish_prompt
        functions -e __hearth_prompt
        if test "$HEARTH_PROMPT" != off
            functions -c fish_prompt __hearth_user_prompt
            function fish_prompt
                printf '(%s) ' $HEARTH_PET
                __hearth_user_prompt
            end
        end
    end
end
