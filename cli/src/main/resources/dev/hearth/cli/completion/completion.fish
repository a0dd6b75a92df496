# Completion of hearth's command lines in fish.

# Prints the words before the cursor that are no options.
function __hearth_words
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; or echo $word
    end
end

# Whether the next word is the first after these.
function __hearth_at
    test "$(__hearth_words)" = "$argv"
end

# Whether the command is the one of these words.
function __hearth_in
    set -l words (__hearth_words)
    test "$words[1..$(count $argv)]" = "$argv"
end

# TABLE
