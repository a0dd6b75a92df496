package dev.hearth.cli.output;

import dev.hearth.core.host.Environment;

/** Styles text for a terminal, or leaves it plain; the one place that knows escape sequences. */
public enum Colors {
    PLAIN,
    ANSI;

    /** When to use colours. */
    public enum Choice {
        AUTO,
        ALWAYS,
        NEVER
    }

    /**
     * {@return what fits a stream}
     *
     * <p>An explicit choice outranks {@code NO_COLOR}, which outranks {@code CLICOLOR_FORCE}, which outranks what the
     * stream and its terminal are.
     */
    public static Colors of(Choice choice, Environment environment, boolean terminal) {
        return switch (choice) {
            case ALWAYS -> ANSI;
            case NEVER -> PLAIN;
            case AUTO -> automatic(environment, terminal) ? ANSI : PLAIN;
        };
    }

    /** {@return whether the terminal can move its cursor and show colours} */
    public static boolean isCapable(Environment environment) {
        return !environment.get("TERM").orElse("dumb").equals("dumb");
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    /** {@return what moves the cursor to the start of the line so many above and clears all from there} */
    static String clearedFrom(int linesAbove) {
        return (linesAbove == 0 ? "\r" : "\u001B[" + linesAbove + "F") + "\u001B[J";
    }

    private String styled(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    private static boolean automatic(Environment environment, boolean terminal) {
        if (environment.get("NO_COLOR").isPresent()) {
            return false;
        }
        if (environment
                .get("CLICOLOR_FORCE")
                .filter(value -> !value.equals("0"))
                .isPresent()) {
            return true;
        }
        return terminal && isCapable(environment);
    }
}
