package dev.hearth.pets;

import java.util.regex.Pattern;

/**
 * The name of a pet, which is also its container's name.
 *
 * <p>Docker gives no container a name of one character, so no pet has one, whatever its engine.
 */
public record PetName(String value) implements Comparable<PetName> {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{1,62}");

    public PetName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new InvalidPetName(value);
        }
    }

    /**
     * Parses a name that somebody typed.
     *
     * @throws InvalidPetName when it is none
     */
    public static PetName parse(String text) {
        return new PetName(text);
    }

    /** {@return whether the text could be a pet's name} */
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(PetName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
