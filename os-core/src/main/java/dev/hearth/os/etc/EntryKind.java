package dev.hearth.os.etc;

/** What lies at a path. */
public enum EntryKind {
    FILE,
    DIRECTORY,
    LINK,
    /** A pipe, a socket or a device: not configuration, and never copied. */
    OTHER
}
