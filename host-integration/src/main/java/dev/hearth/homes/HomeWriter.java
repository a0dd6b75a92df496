package dev.hearth.homes;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes the user's home, each path at once or not at all.
 *
 * <p>What is new is made in a private directory of the home and renamed into its place, and what gives way is renamed
 * into that directory. Directories on the way are opened one from the other, so that no link is ever followed.
 */
final class HomeWriter implements AutoCloseable {
    private static final String NEW = "new";

    private final Path top;
    private final String name;
    private final Path staging;
    private int putAway;

    /** Begins to change a home; what one that was cut off left behind under the same name goes. */
    HomeWriter(Path top, String name) {
        this.top = top;
        this.name = name;
        this.staging = top.resolve(name);
        remove();
        DirectoryTree.makePrivate(staging);
    }

    /** Puts a file in place. */
    void file(HomePath path, Written facts, InputStream content) throws IOException {
        write(staging.resolve(NEW), facts, content);
        place(path);
    }

    /** Keeps a file that has several names. */
    void keep(Written facts, InputStream content) throws IOException {
        write(staging.resolve(kept(facts)), facts, content);
    }

    /** Puts one more name of a kept file in place. */
    void name(HomePath path, Written facts) {
        attempt(path, () -> Files.createLink(staging.resolve(NEW), staging.resolve(kept(facts))));
        place(path);
    }

    /** Puts a symbolic link in place; where it leads is no matter here. */
    void link(HomePath path, Written facts, Path target) {
        attempt(path, () -> Files.createSymbolicLink(staging.resolve(NEW), target));
        attempt(
                path,
                () -> Files.getFileAttributeView(staging.resolve(NEW), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                        .setTimes(FileTime.from(facts.modified()), null, null));
        place(path);
    }

    /** Puts an empty directory in place, which only its owner may enter until {@link #permit}. */
    void directory(HomePath path) {
        DirectoryTree.makePrivate(staging.resolve(NEW));
        place(path);
    }

    /** Gives a directory its permissions. */
    void permit(HomePath path, int mode) {
        attempt(path, () -> {
            try (var parent = open(path.parent())) {
                parent.getFileAttributeView(last(path), PosixFileAttributeView.class, NOFOLLOW_LINKS)
                        .setPermissions(permissions(mode));
            }
        });
    }

    /** Gives a directory the time of its last change. */
    void date(HomePath path, Instant modified) {
        attempt(path, () -> {
            try (var parent = open(path.parent())) {
                parent.getFileAttributeView(last(path), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                        .setTimes(FileTime.from(modified), null, null);
            }
        });
    }

    /** Takes what is at a path out of the home, with all that is below. */
    void putAway(HomePath path) {
        putAway++;
        attempt(path, () -> {
            try (var parent = open(path.parent());
                    var into = child(open(HomePath.TOP), Path.of(name))) {
                parent.move(last(path), into, Path.of("old-" + putAway));
            }
        });
    }

    /** Removes for good what was put away. */
    @Override
    public void close() {
        remove();
    }

    private static void write(Path made, Written facts, InputStream content) throws IOException {
        try (var file = new HostFile(made)) {
            content.transferTo(file);
        }
        try {
            Files.setPosixFilePermissions(made, permissions(facts.mode()));
            Files.setLastModifiedTime(made, FileTime.from(facts.modified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(HomePath path) {
        attempt(path, () -> {
            try (var from = child(open(HomePath.TOP), Path.of(name));
                    var parent = open(path.parent())) {
                from.move(Path.of(NEW), parent, last(path));
            }
        });
    }

    private static String kept(Written facts) {
        return "inode-" + facts.inode();
    }

    private static Path last(HomePath path) {
        return path.names().getLast();
    }

    @SuppressWarnings("StreamResourceLeak") // whoever asks for a directory closes it
    private SecureDirectoryStream<Path> open(HomePath directory) throws IOException {
        var current = secure(Files.newDirectoryStream(top));
        for (var step : directory.names()) {
            current = child(current, step);
        }
        return current;
    }

    private static SecureDirectoryStream<Path> child(SecureDirectoryStream<Path> parent, Path step) throws IOException {
        try (parent) {
            return parent.newDirectoryStream(step, NOFOLLOW_LINKS);
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        throw new IllegalStateException("Java can open one directory from another on every Linux");
    }

    private void remove() {
        try {
            if (DirectoryTree.isDirectory(staging)) {
                // Directories that were put away may be closed to their owner.
                Files.walkFileTree(staging, new Opening());
            }
            DirectoryTree.delete(staging);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = new TreeSet<PosixFilePermission>();
        var all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (1 << (all.length - 1 - bit))) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }

    private static void attempt(HomePath path, Attempt attempt) {
        try {
            attempt.run();
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(e);
        } catch (FileSystemException e) {
            throw new HomeNotWritten(path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something to a file. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
