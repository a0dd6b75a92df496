package dev.hearth.os.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A tree that is, or will be, the root of a system: its links lead to places in it, however they are written.
 *
 * @param directory where it lies
 */
public record Root(Path directory) {
    /** As many as the kernel follows. */
    private static final int MOST_LINKS = 40;

    private static final Path TOP = Path.of("");

    /** {@return what lies at a path, as seen from inside, with all links followed; empty when there is nothing} */
    public Optional<Path> find(Path inside) {
        return resolve(inside).map(directory::resolve).filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** {@return the same as seen from inside, without a link on its way; empty when links lead nowhere} */
    public Optional<Path> resolve(Path inside) {
        var ahead = new ArrayDeque<Path>();
        goOn(ahead, inside);
        var found = TOP;
        int links = 0;
        while (!ahead.isEmpty()) {
            var name = ahead.removeFirst();
            if (name.toString().equals("..")) {
                found = found.getParent() == null ? TOP : found.getParent();
                continue;
            }
            var next = found.resolve(name).normalize();
            if (!Files.isSymbolicLink(directory.resolve(next))) {
                found = next;
            } else if (++links > MOST_LINKS) {
                return Optional.empty();
            } else {
                var target = target(directory.resolve(next));
                found = target.isAbsolute() ? TOP : found;
                goOn(ahead, target);
            }
        }
        return Optional.of(found);
    }

    private static void goOn(Deque<Path> ahead, Path path) {
        var names = new ArrayList<Path>();
        path.forEach(names::add);
        Collections.reverse(names);
        names.forEach(ahead::addFirst);
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is in a directory, by name and sorted; nothing where there is none that may be read} */
    public List<Path> list(Path inside) {
        var found = find(inside);
        if (found.isEmpty()) {
            return List.of();
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(found.get())) {
            var names = new ArrayList<Path>();
            children.forEach(child -> names.add(inside.resolve(child.getFileName())));
            Collections.sort(names);
            return List.copyOf(names);
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether both have the same content at a path, or both have none} */
    public boolean hasSame(Path inside, Root other) {
        var here = find(inside);
        var there = other.find(inside);
        if (here.isEmpty() || there.isEmpty()) {
            return here.isEmpty() && there.isEmpty();
        }
        return isSame(here.get(), there.get());
    }

    /** {@return whether two files hold the same; what is not there or may not be read is taken for different} */
    public static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other)
                    || (Files.isRegularFile(one)
                            && Files.isRegularFile(other)
                            && Files.size(one) == Files.size(other)
                            && Files.mismatch(one, other) < 0);
        } catch (NoSuchFileException | AccessDeniedException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
