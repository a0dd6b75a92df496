package dev.hearth.homes;

/** What a path of a file system is. */
public enum EntryType {
    FILE,
    DIRECTORY,
    LINK,
    /** A pipe, socket or device: nothing that could be taken from one file system to another. */
    SPECIAL;

    private static final int TYPE_BITS = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY_BITS = 0x4000;
    private static final int LINK_BITS = 0xa000;

    /** {@return the type in a mode of {@code stat}} */
    static EntryType of(int mode) {
        return switch (mode & TYPE_BITS) {
            case REGULAR -> FILE;
            case DIRECTORY_BITS -> DIRECTORY;
            case LINK_BITS -> LINK;
            default -> SPECIAL;
        };
    }
}
