package dev.hearth.homes;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the user's home; nothing behind a link is part of it. */
final class HomeTree {
    private static final int PERMISSIONS = 0777;

    private final Path top;

    /** Looks at a home, whose own path has no links in it. */
    HomeTree(Path top) {
        this.top = top;
    }

    Path top() {
        return top;
    }

    /** {@return what is at a path, when its parents are directories} */
    Optional<Entry> find(HomePath path) {
        var file = top;
        for (var name : path.names()) {
            if (!Files.isDirectory(file, NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            file = file.resolve(name);
        }
        try {
            int mode = (int) Files.getAttribute(file, "unix:mode", NOFOLLOW_LINKS);
            var facts = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            var changed = (FileTime) Files.getAttribute(file, "unix:ctime", NOFOLLOW_LINKS);
            return Optional.of(new Entry(
                    EntryType.of(mode),
                    mode & PERMISSIONS,
                    facts.size(),
                    facts.lastModifiedTime().toInstant(),
                    changed.toInstant()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDirectory(HomePath path) {
        return find(path).filter(entry -> entry.type() == EntryType.DIRECTORY).isPresent();
    }

    /** {@return what is in a directory; nothing when it is none} */
    List<HomePath> children(HomePath directory) {
        if (!isDirectory(directory)) {
            return List.of();
        }
        var file = top;
        for (var name : directory.names()) {
            file = file.resolve(name);
        }
        var children = new ArrayList<HomePath>();
        try (var stream = Files.newDirectoryStream(file)) {
            stream.forEach(child -> children.add(directory.resolve(child.getFileName())));
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    /** {@return whether anything at a path, or below it, changed after a time} */
    boolean changedAfter(HomePath path, Instant time) {
        return find(path)
                .filter(entry -> entry.changed().isAfter(time)
                        || (entry.type() == EntryType.DIRECTORY
                                && children(path).stream().anyMatch(child -> changedAfter(child, time))))
                .isPresent();
    }
}
