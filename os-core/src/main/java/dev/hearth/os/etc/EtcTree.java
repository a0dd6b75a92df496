package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A directory of configuration files as it was found; contents are read when they are asked for. */
public final class EtcTree {
    /** Where {@link MergedEtc} works inside a tree; never configuration. */
    static final Path STAGING = Path.of(".hearth-merge");

    private final Path root;
    private final NavigableMap<Path, EtcEntry> entries = new TreeMap<>();
    private final NavigableMap<Path, SortedSet<Path>> children = new TreeMap<>();

    private EtcTree(Path root) {
        this.root = root;
    }

    /**
     * Reads what a directory holds; links are not followed.
     *
     * @throws EtcMissing when there is no such directory
     * @throws EtcForbidden when some of it may not be read
     */
    public static EtcTree read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new EtcMissing(root);
        }
        return EtcWork.of(() -> {
            var tree = new EtcTree(root);
            tree.readDirectory(Path.of(""), new EntryReader(root));
            return tree;
        });
    }

    /** {@return the directory itself} */
    public Path root() {
        return root;
    }

    /** {@return all paths, relative to the directory and sorted; a directory comes before what is in it} */
    public SortedSet<Path> paths() {
        return Collections.unmodifiableSortedSet(entries.navigableKeySet());
    }

    @Nullable EtcEntry at(Path path) {
        return entries.get(path);
    }

    boolean isDirectory(Path path) {
        var entry = at(path);
        return entry != null && entry.isDirectory();
    }

    /** {@return the paths of what a directory holds; nothing when there is no such directory} */
    SortedSet<Path> children(Path directory) {
        return children.getOrDefault(directory, Collections.emptySortedSet());
    }

    /** {@return a file's bytes} */
    byte[] content(Path path) {
        return EtcWork.of(() -> {
            try (var parent = HeldDirectory.openParent(root, path)) {
                return parent.read(path.getFileName());
            }
        });
    }

    /** {@return whether both trees have the same at a path, metadata and what is inside a directory aside} */
    boolean sameContent(Path path, EtcTree other) {
        var here = at(path);
        var there = other.at(path);
        if (here == null || there == null) {
            return here == null && there == null;
        }
        return here.kind() == there.kind()
                && switch (here.kind()) {
                    case DIRECTORY, OTHER -> true;
                    case LINK -> here.target().equals(there.target());
                    case FILE -> sameBytes(path, here, other, there);
                };
    }

    /** {@return whether both trees have the same at a path and everywhere below, metadata aside} */
    boolean sameSubtree(Path path, EtcTree other) {
        return sameContent(path, other)
                && children(path).equals(other.children(path))
                && children(path).stream().allMatch(child -> sameSubtree(child, other));
    }

    /** {@return in what the trees differ at a path that both have} */
    Set<Difference> differences(Path path, EtcTree other) {
        var here = at(path);
        var there = other.at(path);
        var found = EnumSet.noneOf(Difference.class);
        if (here == null || there == null || here.inode().equals(there.inode())) {
            return found;
        }
        if (here.kind() != there.kind()) {
            found.add(Difference.KIND);
        } else if (!sameContent(path, other)) {
            found.add(Difference.CONTENT);
        }
        var mine = here.metadata();
        var theirs = there.metadata();
        // Every link has all permissions, whatever it is called.
        if (mine.mode() != theirs.mode() && here.kind() == there.kind()) {
            found.add(Difference.MODE);
        }
        if (mine.owner() != theirs.owner() || mine.group() != theirs.group()) {
            found.add(Difference.OWNER);
        }
        if (!mine.attributes().equals(theirs.attributes())) {
            found.add(Difference.ATTRIBUTES);
        }
        return found;
    }

    private boolean sameBytes(Path path, EtcEntry here, EtcTree other, EtcEntry there) {
        return here.inode().equals(there.inode())
                || (here.size() == there.size() && Arrays.equals(content(path), other.content(path)));
    }

    private void readDirectory(Path directory, EntryReader reader) throws IOException {
        var names = new TreeSet<Path>();
        try (var stream = Files.newDirectoryStream(root.resolve(directory))) {
            for (var file : stream) {
                var path = directory.resolve(file.getFileName());
                if (!path.equals(STAGING)) {
                    names.add(path);
                }
            }
        }
        children.put(directory, Collections.unmodifiableSortedSet(names));
        for (var path : names) {
            var entry = reader.read(path);
            entries.put(path, entry);
            // Looked at anew, so that a directory that has become a link meanwhile is not entered.
            if (entry.isDirectory() && Files.isDirectory(root.resolve(path), NOFOLLOW_LINKS)) {
                readDirectory(path, reader);
            }
        }
    }
}
