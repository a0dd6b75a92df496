package dev.hearth.frombase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The entries of an archive of a root file system; of several with one name the first counts. */
final class RootEntries {
    private static final Path USR = Path.of("usr");
    private static final int PERMISSIONS = 07777;
    private static final int LINK = 0777;

    private final TarArchiveOutputStream tar;
    private final Set<Path> written = new HashSet<>();
    private final Map<Object, Path> contents = new HashMap<>();

    private int unreadable;

    RootEntries(TarArchiveOutputStream tar) {
        this.tar = tar;
    }

    /** {@return how many files and directories were left out, or are empty, as the caller may not read them} */
    int unreadable() {
        return unreadable;
    }

    /**
     * Adds a file, a link or a directory without what is in it; what may not be read, or is none of these, is left out.
     *
     * @return whether it is a directory that can be looked into
     */
    boolean add(Path file, Path name) throws IOException {
        var kind = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (kind.isSymbolicLink()) {
            link(name, Files.readSymbolicLink(file).toString());
            return false;
        }
        boolean readable = Files.isReadable(file);
        if (!readable) {
            unreadable++;
        }
        if ((kind.isDirectory() || (kind.isRegularFile() && readable)) && written.add(name)) {
            put(file, name, kind);
        }
        return kind.isDirectory() && readable;
    }

    private void put(Path file, Path name, BasicFileAttributes kind) throws IOException {
        var unix = Files.readAttributes(file, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
        var same = isShared(name, kind) ? contents.putIfAbsent(kind.fileKey(), name) : null;
        var entry = same == null
                ? new TarArchiveEntry(name + (kind.isDirectory() ? "/" : ""))
                : new TarArchiveEntry(name.toString(), TarConstants.LF_LINK);
        entry.setMode(number(unix, "mode") & PERMISSIONS);
        entry.setIds(number(unix, "uid"), number(unix, "gid"));
        entry.setLastModifiedTime(kind.lastModifiedTime());
        if (same != null) {
            entry.setLinkName(same.toString());
        } else if (kind.isRegularFile()) {
            entry.setSize(kind.size());
        }
        tar.putArchiveEntry(entry);
        if (same == null && kind.isRegularFile()) {
            Files.copy(file, tar);
        }
        tar.closeArchiveEntry();
    }

    private static int number(Map<String, Object> attributes, String name) {
        if (attributes.get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalStateException("a file without " + name);
    }

    /** Ostree keeps equal contents as one file. What may be written to, outside /usr, becomes several again. */
    private static boolean isShared(Path name, BasicFileAttributes kind) {
        return kind.isRegularFile() && kind.size() > 0 && name.startsWith(USR);
    }

    /** Adds a directory with all that is in it and may be there. */
    void tree(Path directory, Path name, Predicate<Path> allowed) throws IOException {
        if (!allowed.test(name)) {
            return;
        }
        if (add(directory, name)) {
            for (var child : BaseArchive.children(directory)) {
                tree(child, name.resolve(child.getFileName()), allowed);
            }
        }
    }

    /** Adds an empty directory of root's. */
    void directory(Path name, int mode) throws IOException {
        directory(name, mode, 0, 0);
    }

    void directory(Path name, int mode, int owner, int group) throws IOException {
        if (written.add(name)) {
            var entry = new TarArchiveEntry(name + "/");
            entry.setMode(mode);
            entry.setIds(owner, group);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
    }

    void link(Path name, String target) throws IOException {
        if (written.add(name)) {
            var entry = new TarArchiveEntry(name.toString(), TarConstants.LF_SYMLINK);
            entry.setLinkName(target);
            entry.setMode(LINK);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
    }

    /** Adds a file of root's. */
    void file(Path name, int mode, byte[] content) throws IOException {
        if (written.add(name)) {
            var entry = new TarArchiveEntry(name.toString());
            entry.setMode(mode);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
    }
}
