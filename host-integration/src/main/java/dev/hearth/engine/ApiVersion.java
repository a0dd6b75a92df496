package dev.hearth.engine;

import java.util.Arrays;

/**
 * A version of an engine or of its API, compared by its numbers.
 *
 * @param text such as {@code 1.41} or {@code 4.3.1}
 */
public record ApiVersion(String text) implements Comparable<ApiVersion> {
    /** {@return the version, without what distributions add behind the numbers} */
    public static ApiVersion parse(String text) {
        return new ApiVersion(text.replaceFirst("[^0-9.].*", ""));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    @Override
    public String toString() {
        return text;
    }

    private int[] numbers() {
        return Arrays.stream(text.split("\\.", -1))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
