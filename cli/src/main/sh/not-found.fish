# Sourced by fish: what it does not find, pets may have. The handler that was there before has the last word.
if status is-interactive; and not test -d /usr/libexec/hearth
    set -g __hearth_not_found (dirname (status filename))/not-found.sh
    if not functions --query __hearth_former_handler; and functions --query fish_command_not_found
        functions --copy fish_command_not_found __hearth_former_handler
    end
    function fish_command_not_found
        if /bin/sh $__hearth_not_found $argv[1]
            return 127
        else if functions --query __hearth_former_handler
            __hearth_former_handler $argv
        else
            __fish_default_command_not_found_handler $argv
        end
    end
end
