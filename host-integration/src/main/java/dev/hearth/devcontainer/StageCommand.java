package dev.hearth.devcontainer;

import static java.util.stream.Collectors.joining;

import dev.hearth.ide.ShellWords;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is run at a stage: a text is for the shell, a list a program with its arguments, and a map has several of these,
 * which are run at once.
 */
record StageCommand(Stage stage, Object value) {

    /** {@return the command with each of its texts changed} */
    StageCommand with(UnaryOperator<String> change) {
        return new StageCommand(stage, PlainValues.changed(value, change));
    }

    /** {@return it in a line for people} */
    String title() {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + title(entry.getValue()))
                        .collect(joining("; "))
                : title(value);
    }

    /** {@return the script of a POSIX shell that ends with its status} */
    String script() {
        if (!(value instanceof Map<?, ?> map)) {
            return value instanceof String text ? text : ShellWords.line(words(value));
        }
        var begun = map.values().stream()
                .map(one -> ShellWords.line(words(one)) + " & all=\"${all-} $!\"\n")
                .collect(joining());
        return begun + """
                status=0
                for one in ${all-}; do wait "$one" || status=$?; done
                exit "$status"
                """;
    }

    private static String title(Object command) {
        return command instanceof String text ? text : ShellWords.line(words(command));
    }

    private static List<String> words(Object command) {
        return command instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("/bin/sh", "-c", String.valueOf(command));
    }
}
