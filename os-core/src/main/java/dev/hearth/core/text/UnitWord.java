package dev.hearth.core.text;

/** Writes words into systemd's unit files. */
public final class UnitWord {
    private UnitWord() {}

    /** {@return a word in quotes, by the rules of unit files, where per cent signs have a meaning of their own} */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
    }
}
