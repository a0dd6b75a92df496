package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Reads what lies at the paths of one tree. */
final class EntryReader {
    private static final int PERMISSIONS = 07777;
    private static final int ALL = 0777;

    private final Path root;
    private final boolean hasAttributes;

    EntryReader(Path root) {
        this.root = root;
        this.hasAttributes = supportsAttributes(root);
    }

    EtcEntry read(Path path) throws IOException {
        var file = root.resolve(path);
        var basic = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        var unix = Files.readAttributes(file, "unix:mode,uid,gid,ino,dev", NOFOLLOW_LINKS);
        var kind = kind(basic);
        var metadata = new Metadata(
                kind == EntryKind.LINK ? ALL : number(unix, "mode") & PERMISSIONS,
                number(unix, "uid"),
                number(unix, "gid"),
                attributes(file, kind));
        var inode = new EtcEntry.Inode(longNumber(unix, "dev"), longNumber(unix, "ino"));
        var target = kind == EntryKind.LINK ? Files.readSymbolicLink(file).toString() : "";
        return new EtcEntry(kind, kind == EntryKind.FILE ? basic.size() : 0, inode, target, metadata);
    }

    private static EntryKind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return EntryKind.LINK;
        }
        if (attributes.isDirectory()) {
            return EntryKind.DIRECTORY;
        }
        return attributes.isRegularFile() ? EntryKind.FILE : EntryKind.OTHER;
    }

    /** Asked of files and directories only: opening a pipe waits for its other end, and links have none. */
    private Map<String, String> attributes(Path file, EntryKind kind) throws IOException {
        if (!hasAttributes || kind == EntryKind.LINK || kind == EntryKind.OTHER) {
            return Map.of();
        }
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, NOFOLLOW_LINKS);
        var values = new TreeMap<String, String>();
        for (var name : view.list()) {
            var value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            values.put(name, HexFormat.of().formatHex(value.array()));
        }
        return values;
    }

    private static boolean supportsAttributes(Path root) {
        try {
            var view = Files.getFileAttributeView(root, UserDefinedFileAttributeView.class);
            return view != null && view.list() != null;
        } catch (IOException e) {
            // A file system without them.
            return false;
        }
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (int) longNumber(attributes, name);
    }

    private static long longNumber(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
