package dev.hearth.os.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What differs between the files of two trees; every list is sorted, and holds paths relative to the trees.
 *
 * @param sizeBefore bytes of all files of the first, each counted once however many names it has
 * @param unreadable paths that may not be looked at, whatever is below them included
 */
public record TreeDiff(
        List<Path> added, List<Path> removed, List<Path> changed, long sizeBefore, long sizeAfter, int unreadable) {
    public TreeDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Compares two directories; nothing is followed out of them. */
    public static TreeDiff between(Path from, Path to) {
        var before = FileTree.read(from);
        var after = FileTree.read(to);
        var added = new ArrayList<Path>();
        var removed = new ArrayList<Path>();
        var changed = new ArrayList<Path>();
        var all = new TreeSet<>(before.files().keySet());
        all.addAll(after.files().keySet());
        for (var path : all) {
            var old = before.files().get(path);
            var fresh = after.files().get(path);
            if (old == null) {
                added.add(path);
            } else if (fresh == null) {
                removed.add(path);
            } else if (!isSame(old, from.resolve(path), fresh, to.resolve(path))) {
                changed.add(path);
            }
        }
        return new TreeDiff(
                added, removed, changed, before.size(), after.size(), before.unreadable() + after.unreadable());
    }

    private static boolean isSame(FileTree.Entry old, Path oldFile, FileTree.Entry fresh, Path freshFile) {
        if (old.inode().equals(fresh.inode())) {
            return true;
        }
        boolean alike = old.mode() == fresh.mode() && old.owner() == fresh.owner() && old.group() == fresh.group();
        return alike
                && switch (old.kind()) {
                    case FILE -> old.size() == fresh.size() && sameContent(oldFile, freshFile);
                    case LINK -> sameTarget(oldFile, freshFile);
                    case DIRECTORY, OTHER -> true;
                };
    }

    private static boolean sameContent(Path one, Path other) {
        try {
            return Files.mismatch(one, other) < 0;
        } catch (AccessDeniedException _) {
            // What only root may read: two objects of the repository, which has no two for the same content.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameTarget(Path one, Path other) {
        try {
            return Files.readSymbolicLink(one).equals(Files.readSymbolicLink(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
