package dev.hearth.frombase;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.os.layer.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a deployment as a root file system that package managers work in as in any other.
 *
 * <p>The configuration is that of {@code /usr/etc}, the defaults: what the machine has in {@code /etc} holds its secrets.
 * Only where packages come from is the machine's.
 */
final class BaseArchive {
    private static final Path DEFAULTS = Path.of("usr/etc");
    private static final Path ETC = Path.of("etc");

    /** What a root has, and ostree has links or nothing for. */
    private static final List<String> OWN =
            List.of("boot", "dev", "home", "media", "mnt", "opt", "proc", "root", "run", "srv", "sys", "tmp", "var");

    private static final Set<String> LEFT_OUT = Set.of("etc", "ostree", "sysroot");
    /** What the boot loader is given, and sources' passwords. */
    private static final Pattern PRIVATE =
            Pattern.compile("usr/lib/modules/[^/]+/initramfs\\.img|usr/lib/ostree-boot|etc/apt/auth\\.conf(\\.d)?");

    private static final int OPEN = 0755;
    private static final int OWNERS = 0700;
    private static final int EVERYBODYS = 01777;

    private final Path root;

    BaseArchive(Path root) {
        this.root = root;
    }

    /** Writes it and leaves the stream open; {@return how many files and directories the caller may not read, and are not in it} */
    int write(OutputStream out) throws IOException {
        var tar = new TarArchiveOutputStream(out, UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        var entries = new RootEntries(tar);
        for (var child : children(root)) {
            var name = child.getFileName();
            boolean own = OWN.contains(name.toString());
            if (!LEFT_OUT.contains(name.toString()) && (!own || isFull(child))) {
                add(entries, child, name);
            }
        }
        for (var name : OWN) {
            entries.directory(Path.of(name), mode(name));
        }
        addOptional(entries);
        for (var part : Sources.DIRECTORIES) {
            addSources(entries, part);
        }
        new VariableFiles(root).write(entries);
        new GuardedFiles(root).write(entries);
        tar.finish();
        return entries.unreadable();
    }

    private static int mode(String name) {
        return switch (name) {
            case "root" -> OWNERS;
            case "tmp" -> EVERYBODYS;
            default -> OPEN;
        };
    }

    /** {@return whether a base has files there, which newer ones may have in /opt} */
    private static boolean isFull(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && !children(directory).isEmpty()
                && !Set.of("boot", "var", "proc", "sys", "dev", "run", "tmp")
                        .contains(directory.getFileName().toString());
    }

    /** Adds a file, or a directory with all that is in it, under a name. */
    private void add(RootEntries entries, Path file, Path name) throws IOException {
        if (PRIVATE.matcher(name.toString()).matches()) {
            return;
        }
        if (name.equals(Path.of("usr/local")) && Files.isSymbolicLink(file)) {
            for (var part : List.of("usr/local", "usr/local/bin", "usr/local/lib", "usr/local/share")) {
                entries.directory(Path.of(part), OPEN);
            }
            return;
        }
        if (name.equals(DEFAULTS)) {
            add(entries, file, ETC);
            return;
        }
        if (name.getNameCount() > 1 && name.startsWith(ETC) && Sources.DIRECTORIES.contains(ETC.relativize(name))) {
            return;
        }
        if (entries.add(file, name)) {
            for (var child : children(file)) {
                add(entries, child, name.resolve(child.getFileName()));
            }
        }
    }

    /** Adds where packages come from: the machine's own, and the defaults where it has none. */
    private void addSources(RootEntries entries, Path part) throws IOException {
        var local = root.resolve(ETC).resolve(part);
        var sources = Files.isDirectory(local) ? local : root.resolve(DEFAULTS).resolve(part);
        if (Files.isDirectory(sources)) {
            entries.tree(
                    sources,
                    ETC.resolve(part),
                    name -> !PRIVATE.matcher(name.toString()).matches());
        }
    }

    /** Packages in /opt lie in /usr, and are linked to. */
    private void addOptional(RootEntries entries) throws IOException {
        var optional = root.resolve("usr/lib/opt");
        if (Files.isDirectory(optional)) {
            for (var child : children(optional)) {
                var name = child.getFileName();
                entries.link(
                        Path.of("opt").resolve(name),
                        Path.of("../usr/lib/opt").resolve(name).toString());
            }
        }
    }

    static List<Path> children(Path directory) throws IOException {
        var children = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(directory)) {
            found.forEach(children::add);
        }
        children.sort(null);
        return children;
    }
}
