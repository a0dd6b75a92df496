package dev.hearth.exports;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * The script on the host that runs a program of a pet.
 *
 * <p>Its variables have a prefix, since a variable that the caller exported would be handed on with another value.
 *
 * @param undo the command that takes it back
 * @param call the words that run hearth
 */
record Shim(String undo, ExportMark mark, List<String> call) {
    String text() {
        var options = call.stream().skip(1).map(word -> quoted(word) + " ").collect(joining());
        return """
            #!/bin/sh
            %1$s# Runs a program of a pet; `%2$s` takes it back.
            h_pet=%3$s
            h_here='' h_hearth=%4$s
            if [ -r /run/hearth/petenv ]; then
                while IFS='=' read -r h_key h_value; do
                    [ "$h_key" != name ] || h_here=$h_value
                done </run/hearth/petenv
                [ "$h_here" != "$h_pet" ] || exec %5$s "$@"
                # What is installed on the host does not run here; this reaches it.
                h_hearth=/usr/libexec/hearth/hearth
            elif [ -n "${HEARTH_EXPORT:-}" ] && kill -0 "$HEARTH_EXPORT" 2>/dev/null; then
                # Hearth itself, which an export became, means the host's own program of this name.
                h_rest=$PATH: h_path=
                while [ -n "$h_rest" ]; do
                    h_entry=${h_rest%%%%:*} h_rest=${h_rest#*:}
                    [ "$h_entry" = "${0%%/*}" ] || h_path=$h_path:$h_entry
                done
                PATH=${h_path#:}
                exec "${0##*/}" "$@"
            elif [ ! -x "$h_hearth" ]; then
                h_hearth=$(command -v hearth)
            fi
            if [ ! -x "$h_hearth" ]; then
                printf 'hearth: %%s is a program of the pet %%s, and no hearth is here to run it\\n' \\
                    "${0##*/}" "$h_pet" >&2
                echo "hearth: On the host, install hearth, or export it anew with 'hearth export bin'." >&2
                exit 127
            fi
            export HEARTH_EXPORT=$$
            exec "$h_hearth" %6$srun -c "$h_pet" -- %5$s "$@"
            """.formatted(
                        mark.comments(), undo, mark.pet(), quoted(call.getFirst()), quoted(mark.source()), options);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
