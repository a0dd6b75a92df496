package dev.hearth.cli.screen;

/**
 * What was pressed, or pasted.
 *
 * @param text what was typed or pasted, on one line and harmless; empty for all other keys
 */
public record Key(Kind kind, String text) {
    /** The keys that mean something, wherever. */
    public enum Kind {
        TEXT,
        PASTE,
        ENTER,
        TAB,
        ESCAPE,
        INTERRUPT,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        BACKSPACE,
        ERASE_WORD,
        ERASE_LINE,
        REDRAW,
        OTHER
    }

    /** {@return a key that types nothing} */
    public static Key of(Kind kind) {
        return new Key(kind, "");
    }

    /** {@return what was typed} */
    public static Key typed(String text) {
        return new Key(Kind.TEXT, text);
    }

    /** {@return whether it is this one, typed} */
    public boolean isTyped(String word) {
        return kind == Kind.TEXT && text.equals(word);
    }
}
