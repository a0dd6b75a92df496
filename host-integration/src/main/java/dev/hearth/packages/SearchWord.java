package dev.hearth.packages;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A word to search packages by; no package manager takes it for an option. */
public record SearchWord(String value) {
    private static final Predicate<String> VALID =
            Pattern.compile("[^\\p{Cntrl}-][^\\p{Cntrl}]{0,200}").asMatchPredicate();

    /**
     * Reads one.
     *
     * @throws InvalidSearchWord when it is none
     */
    public static SearchWord parse(String text) {
        if (!VALID.test(text)) {
            throw new InvalidSearchWord(text);
        }
        return new SearchWord(text);
    }
}
