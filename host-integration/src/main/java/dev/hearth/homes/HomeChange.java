package dev.hearth.homes;

import java.util.Locale;

/**
 * How what a pet sees at a path differs from what its owner's home has there.
 *
 * @param type of what the pet has there; of what the home has, where the pet removed it
 * @param size bytes, likewise
 * @param conflict whether the home changed there, too, after the pet wrote
 */
public record HomeChange(HomePath path, Kind kind, EntryType type, long size, boolean conflict) {
    /** What the pet did. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED;

        /** {@return the word for it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
