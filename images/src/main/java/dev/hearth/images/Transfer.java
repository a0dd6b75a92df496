package dev.hearth.images;

/** What happens while an image comes in. */
public sealed interface Transfer {

    /**
     * A part of the image, usually a layer, has come so far.
     *
     * @param part the engine's name for it
     * @param state the engine's word, such as {@code Downloading}
     * @param current bytes so far; 0 where the engine does not say
     * @param total bytes in all; 0 where the engine does not say
     */
    record Part(String part, String state, long current, long total) implements Transfer {}

    /** A line that a program or the engine printed. */
    record Line(String text) implements Transfer {}
}
