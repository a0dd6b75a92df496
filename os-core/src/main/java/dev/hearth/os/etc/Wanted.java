package dev.hearth.os.etc;

import java.nio.file.Path;

/** What is to lie at a path after a merge. */
sealed interface Wanted {
    Metadata metadata();

    /** {@return whether a directory is wanted at the path} */
    default boolean isDirectory(Path path) {
        return this instanceof Copy(var from, var _) && from.isDirectory(path);
    }

    /** What a tree has there, a directory without what is in it. */
    record Copy(EtcTree from, Metadata metadata) implements Wanted {}

    /**
     * A file of this text.
     *
     * @param like the tree whose file lends the attributes that metadata does not name, such as its label
     */
    record Text(EtcTree like, Metadata metadata, String text) implements Wanted {}
}
