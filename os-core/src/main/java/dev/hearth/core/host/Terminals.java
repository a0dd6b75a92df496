package dev.hearth.core.host;

/**
 * Which standard streams are terminals; the launcher says so, since Java itself cannot cheaply tell.
 *
 * @param columns the terminal's width in cells, 80 where unknown
 */
public record Terminals(boolean input, boolean output, boolean error, int columns) {
    /** No terminal at all. */
    public static final Terminals NONE = new Terminals(false, false, false, 80);

    /** {@return whether a question can be asked and answered} */
    public boolean canAsk() {
        return input && error;
    }
}
