package dev.hearth.cli.generations;

import dev.hearth.core.text.Printable;

/** Words of the user's about a generation. */
final class GenerationText {
    private static final int LONGEST = 200;

    private GenerationText() {}

    /**
     * {@return words for a generation}
     *
     * @throws InvalidLabel when they are more than a line
     */
    static String label(String text) {
        if (text.length() > LONGEST || !Printable.line(text).equals(text)) {
            throw new InvalidLabel(LONGEST);
        }
        return text;
    }
}
