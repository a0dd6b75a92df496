package dev.hearth.ide;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Words as a line that a shell, or what reads lines as shells do, takes for the same words. */
public final class ShellWords {
    private ShellWords() {}

    /** {@return the line} */
    public static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
