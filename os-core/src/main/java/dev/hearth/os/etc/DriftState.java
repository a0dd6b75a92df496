package dev.hearth.os.etc;

/** What became of a path since the old default. */
public enum DriftState {
    UNCHANGED,
    CHANGED,
    ADDED,
    REMOVED,
    /** It was not in the old default and is not here either. */
    ABSENT
}
