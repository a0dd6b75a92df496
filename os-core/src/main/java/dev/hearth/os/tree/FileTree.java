package dev.hearth.os.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a directory holds.
 *
 * @param files by their paths in it
 * @param size bytes of all files, each counted once however many names it has
 * @param unreadable how many paths may not be looked at
 */
record FileTree(NavigableMap<Path, Entry> files, long size, int unreadable) {

    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    /** Which data it is, on which file system. */
    record Inode(long device, long number) {}

    record Entry(Kind kind, Inode inode, long mode, long owner, long group, long size) {}

    static FileTree read(Path root) {
        var reader = new Reader(root);
        try {
            Files.walkFileTree(root, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileTree(reader.files, reader.size, reader.unreadable);
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final Path root;
        private final NavigableMap<Path, Entry> files = new TreeMap<>();
        private final Set<Inode> counted = new HashSet<>();
        private long size;
        private int unreadable;

        Reader(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (!directory.equals(root)) {
                add(directory, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            add(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                throw failure;
            }
            unreadable++;
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file, BasicFileAttributes basic) throws IOException {
            var unix = Files.readAttributes(file, "unix:dev,ino,mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
            var inode = new Inode(number(unix, "dev"), number(unix, "ino"));
            var entry = new Entry(
                    kind(basic), inode, number(unix, "mode"), number(unix, "uid"), number(unix, "gid"), basic.size());
            files.put(root.relativize(file), entry);
            if (basic.isRegularFile() && counted.add(inode)) {
                size += basic.size();
            }
        }

        private static long number(Map<String, Object> attributes, String name) {
            if (attributes.get(name) instanceof Number number) {
                return number.longValue();
            }
            throw new IllegalStateException("a file without " + name);
        }

        private static Kind kind(BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                return Kind.FILE;
            }
            if (attributes.isDirectory()) {
                return Kind.DIRECTORY;
            }
            return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
        }
    }
}
