# Shows the pet's name before the user's own prompt. HEARTH_PROMPT=off leaves it alone.
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
