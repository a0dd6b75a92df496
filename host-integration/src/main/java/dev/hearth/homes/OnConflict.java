package dev.hearth.homes;

/** What becomes of a path that changed in the home, too, after the pet wrote there. */
public enum OnConflict {
    /** Nothing is merged at all. */
    REFUSE,
    /** The home keeps its own, and the pet keeps its own. */
    KEEP_HOME,
    /** The home gets the pet's. */
    TAKE_PET
}
