package dev.hearth.os;

/** What happens to the base by itself. */
public enum AutomaticUpdates {
    /** Nothing. */
    NONE,
    /** It is looked for updates, and no more. */
    CHECK,
    /** An update is made ready, and applied when the user reboots. */
    STAGE,
    /** An update is made ready, and the machine rebooted. */
    APPLY
}
