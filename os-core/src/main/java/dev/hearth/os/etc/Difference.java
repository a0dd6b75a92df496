package dev.hearth.os.etc;

/** In what two versions of a path differ. */
public enum Difference {
    /** One is a file, the other a directory, say; nothing else is compared then but the owner. */
    KIND,
    CONTENT,
    MODE,
    OWNER,
    /** Extended attributes of the {@code user} name space. */
    ATTRIBUTES
}
