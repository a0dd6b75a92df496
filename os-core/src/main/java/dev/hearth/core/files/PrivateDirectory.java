package dev.hearth.core.files;

import java.nio.file.Path;

/**
 * A directory that only its owner may enter; it is made, and checked, when it is used.
 *
 * @param owner the user id it has to belong to
 */
public record PrivateDirectory(Path path, long owner) {

    /** {@return a directory in this one} */
    public PrivateDirectory directory(String name) {
        return new PrivateDirectory(path.resolve(name), owner);
    }

    /** {@return the path of a file in the directory, for reading; nothing is made} */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * {@return the path, of a directory that is there and private}
     *
     * @throws UnsafeDirectory when it is a link, or somebody else's
     */
    public Path prepared() {
        return PrivateFiles.directory(path, owner);
    }
}
