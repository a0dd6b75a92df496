package dev.hearth.generations;

import java.util.regex.Pattern;

/** Which of a pet's generations, counted from 1; written {@code @3}. */
public record GenerationNumber(int value) implements Comparable<GenerationNumber> {
    private static final Pattern WRITTEN = Pattern.compile("@([1-9][0-9]{0,8})");

    /** {@return whether words of a command mean a generation, well written or not} */
    public static boolean isMeant(String word) {
        return word.startsWith("@");
    }

    /**
     * Reads one as users write it.
     *
     * @throws InvalidGeneration when it is none
     */
    public static GenerationNumber parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new InvalidGeneration(text);
        }
        return new GenerationNumber(Integer.parseInt(written.group(1)));
    }

    /** {@return the one after this} */
    public GenerationNumber next() {
        return new GenerationNumber(value + 1);
    }

    @Override
    public int compareTo(GenerationNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "@" + value;
    }
}
