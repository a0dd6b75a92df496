package dev.hearth.os.layer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an overlay changed of a tree.
 *
 * @param top the overlay's upper directory
 */
record UpperDirectory(Path top) {
    /** What is the machine's, or only there while it runs. */
    private static final Pattern NOT_OF_THE_TREE = Pattern.compile(
            "boot|dev|lost\\+found|media|ostree|proc|run|sys|sysroot|tmp|var|(vmlinuz|initrd\\.img)(\\.old)?");

    /** What programs leave behind that says nothing about the tree. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("etc/(passwd|group|shadow|gshadow|subuid|subgid)-"
            + "|etc/(\\.pwd\\.lock|machine-id)"
            + "|usr/sbin/policy-rc\\.d"
            + "|usr/lib/sysimage/dpkg/(lock|lock-frontend|triggers/Lock|(status|available|diversions|statoverride)-old)"
            + "|usr/(share|lib/sysimage)/rpm/(\\.rpm\\.lock|rpmdb\\.sqlite-(wal|shm)|__db\\..*)");

    /** Returns what of a tree is gone, each as an absolute path inside it; what was in it is not named again. */
    List<String> removed(Path tree) {
        var removed = new ArrayList<String>();
        try {
            findRemoved(top, tree, removed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    /**
     * Makes a tree what it was seen as through the overlay.
     *
     * <p>Files are linked, not copied, so both must be on one file system; and none of the tree's own files is written
     * to, since those are links as well.
     */
    void applyTo(Path tree) {
        try {
            applyChildren(top, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void findRemoved(Path directory, Path lower, List<String> removed) throws IOException {
        if (ExtendedAttributes.isOpaque(directory) && DirectoryTree.isDirectory(lower)) {
            try (var hidden = Files.newDirectoryStream(lower)) {
                for (var each : hidden) {
                    if (!Files.exists(directory.resolve(each.getFileName()), NOFOLLOW_LINKS)) {
                        removed.add(inside(directory.resolve(each.getFileName())));
                    }
                }
            }
        }
        try (var children = Files.newDirectoryStream(directory, this::isOfTheTree)) {
            for (var child : children) {
                var kind = FileKind.of(child);
                if (kind.isWhiteout()) {
                    removed.add(inside(child));
                } else if (kind.isDirectory()) {
                    findRemoved(child, lower.resolve(child.getFileName()), removed);
                }
            }
        }
    }

    private void applyChildren(Path directory, Path target) throws IOException {
        try (var children = Files.newDirectoryStream(directory, this::isOfTheTree)) {
            for (var child : children) {
                apply(child, FileKind.of(child), target.resolve(child.getFileName()));
            }
        }
    }

    private void apply(Path source, FileKind kind, Path target) throws IOException {
        if (kind.isDirectory()) {
            if (ExtendedAttributes.isOpaque(source) || !DirectoryTree.isDirectory(target)) {
                DirectoryTree.delete(target);
                Files.createDirectory(target);
            }
            Files.setAttribute(target, "unix:uid", kind.owner());
            Files.setAttribute(target, "unix:gid", kind.group());
            Files.setAttribute(target, "unix:mode", kind.permissions());
            ExtendedAttributes.copy(source, target);
            applyChildren(source, target);
        } else if (kind.isWhiteout()) {
            DirectoryTree.delete(target);
        } else if (kind.isRegular() || kind.isLink()) {
            DirectoryTree.delete(target);
            if (kind.isRegular()) {
                ExtendedAttributes.removeMarks(source);
            }
            Files.createLink(target, source);
        }
        // Pipes, sockets and devices are made where a system runs; a commit cannot hold them.
    }

    private boolean isOfTheTree(Path path) {
        var relative = top.relativize(path);
        return !NOT_OF_THE_TREE.matcher(relative.getName(0).toString()).matches()
                && !LEFT_BEHIND.matcher(relative.toString()).matches();
    }

    private String inside(Path path) {
        return "/" + top.relativize(path);
    }
}
