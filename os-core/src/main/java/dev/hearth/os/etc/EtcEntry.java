package dev.hearth.os.etc;

/**
 * What lies at one path of a tree.
 *
 * @param size in bytes, of a file
 * @param inode which data it is: two names of one file, as between deployments, have nothing to compare
 * @param target where a link leads; empty for all else
 */
record EtcEntry(EntryKind kind, long size, Inode inode, String target, Metadata metadata) {

    /** A file system object of this machine. */
    record Inode(long device, long number) {}

    boolean isDirectory() {
        return kind == EntryKind.DIRECTORY;
    }
}
