package dev.hearth.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What containers have in their own files, whether they run or not; what is mounted into them stays out.
 *
 * <p>Failures are those of {@link ContainerEngine}. Owners of files are told as the engine keeps them, which on a
 * rootless engine are not always those that programs inside see.
 */
public interface ContainerFiles {

    /** {@return how they differ from the image of the container} */
    List<FileChange> changes(ContainerId id);

    /** {@return the bytes that they take beyond the image of the container} */
    long written(ContainerId id);

    /** {@return the lines of a text; nothing when there is no such file, or something else of that name} */
    Optional<List<String>> lines(ContainerId id, ContainerPath file);

    /** {@return what a reader makes of the tar archive of a file, or of all in a directory; nothing when it is missing} */
    <T> Optional<T> archive(ContainerId id, ContainerPath path, TarReader<T> reader);

    /** {@return what a reader makes of the tar archive of all files, with those of the image} */
    <T> T export(ContainerId id, TarReader<T> reader);

    /** Reads a tar archive to its end. */
    @FunctionalInterface
    interface TarReader<T> {
        T read(InputStream tar) throws IOException;
    }
}
