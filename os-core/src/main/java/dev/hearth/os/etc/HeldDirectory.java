package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A directory of a tree, held open by a handle that no link was followed for.
 *
 * <p>Below /etc there are directories of ordinary users. What one of them puts in place of such a directory meanwhile
 * cannot lead what is done through the handle to elsewhere.
 */
final class HeldDirectory implements AutoCloseable {
    private final SecureDirectoryStream<Path> stream;

    private HeldDirectory(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    /** Opens a directory by its path within a tree. */
    @SuppressWarnings("StreamResourceLeak") // What is returned is closed by the caller, as every stream of this class.
    static HeldDirectory open(Path root, Path relative) throws IOException {
        // Linux has these for all its file systems.
        var held = new HeldDirectory((SecureDirectoryStream<Path>) Files.newDirectoryStream(root));
        for (var name : relative) {
            if (!name.toString().isEmpty()) {
                try (var parent = held) {
                    held = parent.directory(name);
                } catch (AccessDeniedException e) {
                    throw e;
                } catch (FileSystemException e) {
                    // A link, a file or nothing, where there was a directory.
                    throw new EtcChanged(root.resolve(relative));
                }
            }
        }
        return held;
    }

    /** Opens the directory that a path within a tree lies in. */
    static HeldDirectory openParent(Path root, Path relative) throws IOException {
        var parent = relative.getParent();
        return open(root, parent == null ? Path.of("") : parent);
    }

    HeldDirectory directory(Path name) throws IOException {
        return new HeldDirectory(stream.newDirectoryStream(name, NOFOLLOW_LINKS));
    }

    byte[] read(Path name) throws IOException {
        var options = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);
        try (var channel = stream.newByteChannel(name, options);
                var input = Channels.newInputStream(channel)) {
            return input.readAllBytes();
        }
    }

    /** Moves what has a name here to another directory in one step, in place of a file of the new name. */
    void move(Path name, HeldDirectory to, Path newName) throws IOException {
        stream.move(name, to.stream, newName);
    }

    /** {@return the names of what is in it, as it was when the directory was opened} */
    List<Path> names() {
        var names = new ArrayList<Path>();
        stream.forEach(entry -> names.add(entry.getFileName()));
        return names;
    }

    /** Removes whatever has the name, with all that is in it; nothing when there is no such name. */
    void delete(Path name) throws IOException {
        try {
            var view = stream.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS);
            if (!view.readAttributes().isDirectory()) {
                stream.deleteFile(name);
                return;
            }
        } catch (NoSuchFileException e) {
            return;
        }
        try (var directory = directory(name)) {
            for (var inside : directory.names()) {
                directory.delete(inside);
            }
        }
        stream.deleteDirectory(name);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
