package dev.hearth.os;

/** Whether and how {@code /usr} of a deployment was made writable. */
public enum Unlocked {
    /** It is read-only, as it should be. */
    NONE,
    /** Until the next boot. */
    DEVELOPMENT,
    /** For as long as the deployment is there. */
    HOTFIX,
    /** Until the next boot, and read-only for all but one mount namespace. */
    TRANSIENT
}
