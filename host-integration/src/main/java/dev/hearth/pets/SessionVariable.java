package dev.hearth.pets;

import java.util.Locale;

/**
 * A variable of a session in a pet.
 *
 * @param reason why it is set, or has this value
 */
public record SessionVariable(String name, String value, Source source, String reason) {

    /** Where a value is from. */
    public enum Source {
        /** The login of the caller. */
        LOGIN,
        /** What the pet was asked to be. */
        PET,
        /** Hearth itself, which knows the pet. */
        HEARTH,
        /** What the pet was made from. */
        IMAGE;

        /** {@return the word for it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
