package dev.hearth.core.text;

import java.util.stream.Collectors;

/** Makes text from engines, images, packages and remotes harmless for a terminal. */
public final class Printable {
    private Printable() {}

    /** {@return the text without control characters; tabs and line ends stay} */
    public static String text(String untrusted) {
        return filtered(untrusted, true);
    }

    /** {@return the text on one line, without control characters} */
    public static String line(String untrusted) {
        return filtered(untrusted, false).strip();
    }

    /** {@return the last line that is not blank, made harmless; empty when there is none} */
    public static String lastLine(String untrusted) {
        return untrusted
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, later) -> later)
                .map(Printable::line)
                .orElse("");
    }

    private static String filtered(String untrusted, boolean keepLines) {
        // Nearly all of what is shown, and commands that show much should not wait for it.
        if (untrusted.chars().allMatch(Printable::isPlain)) {
            return untrusted;
        }
        return untrusted
                .codePoints()
                .mapToObj(point -> printable(point, keepLines))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~';
    }

    private static String printable(int point, boolean keepLines) {
        if (point == '\n' || point == '\t') {
            return keepLines ? Character.toString(point) : " ";
        }
        // Also what reorders text on the screen: a file name could otherwise read as something it is not.
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "";
            default -> Character.toString(point);
        };
    }
}
