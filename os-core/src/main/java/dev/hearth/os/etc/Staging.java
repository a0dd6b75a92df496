package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A closed directory inside a tree, where files are finished before they are moved to their places.
 *
 * <p>Nobody else can enter it, so that paths are safe here; it lies inside because a deployment's top directory may be
 * immutable, and because only within one file system can a file be moved in one step.
 */
final class Staging implements AutoCloseable {
    private static final Path FILE = Path.of("entry");

    private final Path directory;
    private final Path file;
    private final HeldDirectory root;
    private final HeldDirectory held;

    private Staging(Path directory, HeldDirectory root, HeldDirectory held) {
        this.directory = directory;
        this.file = directory.resolve(FILE);
        this.root = root;
        this.held = held;
    }

    /** Makes the directory; what a killed run left of it is removed first. */
    static Staging open(Path target) throws IOException {
        var root = HeldDirectory.open(target, Path.of(""));
        root.delete(EtcTree.STAGING);
        var directory = Files.createDirectory(
                target.resolve(EtcTree.STAGING),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Staging(directory, root, root.directory(EtcTree.STAGING));
    }

    /** Makes what is wanted at a path; {@link #moveTo} brings it there. */
    void make(Path path, Wanted wanted) throws IOException {
        held.delete(FILE);
        switch (wanted) {
            case Wanted.Copy(var from, var _) -> copy(path, from);
            case Wanted.Text(var like, var _, var text) -> {
                copy(path, like);
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
        }
        apply(wanted.metadata());
        if (Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            // Otherwise a power cut could leave the new name with nothing in it.
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Moves what is in a directory of the tree into the one that was made to replace it. */
    void moveContentsFrom(HeldDirectory parent, Path name) throws IOException {
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            try (var from = parent.directory(name);
                    var to = held.directory(FILE)) {
                for (var inside : from.names()) {
                    from.move(inside, to, inside);
                }
            }
        }
    }

    void moveTo(HeldDirectory parent, Path name) throws IOException {
        held.move(FILE, parent, name);
    }

    /** Copies with all extended attributes, those of security too; only a link's own label is left behind. */
    private void copy(Path path, EtcTree from) throws IOException {
        var entry = from.at(path);
        if (entry == null) {
            throw new IllegalStateException("nothing at " + path);
        }
        var source = from.root().resolve(path);
        if (entry.kind() == EntryKind.LINK) {
            Files.createSymbolicLink(file, Path.of(entry.target()));
            return;
        }
        Files.copy(source, file, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        boolean asPlanned = entry.isDirectory()
                ? Files.isDirectory(file, NOFOLLOW_LINKS)
                // Read by a handle once more: whoever owns a directory on the way may have led the copy elsewhere.
                : Files.isRegularFile(file, NOFOLLOW_LINKS)
                        && Arrays.equals(Files.readAllBytes(file), from.content(path));
        if (!asPlanned) {
            throw new EtcChanged(source);
        }
    }

    private void apply(Metadata wanted) throws IOException {
        var is = new EntryReader(directory).read(FILE);
        set("unix:uid", is.metadata().owner(), wanted.owner());
        set("unix:gid", is.metadata().group(), wanted.group());
        if (is.kind() == EntryKind.LINK) {
            return;
        }
        // After the owner, whose change takes setuid and setgid away.
        Files.setAttribute(file, "unix:mode", wanted.mode(), NOFOLLOW_LINKS);
        if (!is.metadata().attributes().equals(wanted.attributes())) {
            var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, NOFOLLOW_LINKS);
            for (var name : view.list()) {
                view.delete(name);
            }
            for (var attribute : wanted.attributes().entrySet()) {
                view.write(attribute.getKey(), ByteBuffer.wrap(HexFormat.of().parseHex(attribute.getValue())));
            }
        }
    }

    private void set(String attribute, int is, int wanted) throws IOException {
        if (is != wanted) {
            Files.setAttribute(file, attribute, wanted, NOFOLLOW_LINKS);
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
        root.delete(EtcTree.STAGING);
        root.close();
    }
}
