package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The private directory in which packages are laid onto one tree, on the tree's file system.
 *
 * @param directory only root may enter it
 * @param tree the tree; while this is open, its {@code usr/etc} is {@code etc}, where package managers look
 */
record LayerWork(Path directory, Path tree) implements AutoCloseable {
    /** What the sandbox changes for good. */
    static final String LAYER = "layer";

    /** What the sandbox changes for the time of one command. */
    static final String SCRATCH = "scratch";

    static LayerWork open(Path directory, Path tree) {
        var work = new LayerWork(directory, tree);
        try {
            DirectoryTree.clear(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.createSymbolicLink(directory.resolve("lower"), tree.toRealPath());
            for (var name : new String[] {"merged", "local", "packages"}) {
                Files.createDirectory(directory.resolve(name));
            }
            work.write("policy-rc.d", "#!/bin/sh\nexit 101\n", "rwxr-xr-x");
            work.write("ostree-booted", "", "rw-r--r--");
            work.write("sandbox.sh", resource("sandbox.sh"), "rw-r--r--");
            work.write("dnf-transaction.py", resource("dnf-transaction.py"), "rw-r--r--");
            work.renew(SCRATCH);
            Files.move(tree.resolve("usr/etc"), tree.resolve("etc"));
            Files.createDirectories(tree.resolve("usr/lib/opt"));
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Empties an upper directory, and the places for temporary files. */
    void renew(String upper) {
        try {
            for (var name : new String[] {upper, "tmp", "var-tmp"}) {
                DirectoryTree.delete(resolve(name));
                Files.createDirectory(resolve(name));
            }
            Files.setPosixFilePermissions(resolve(upper), PosixFilePermissions.fromString("rwxr-xr-x"));
            // 01777: package managers drop their rights for downloads.
            Files.setAttribute(resolve("tmp"), "unix:mode", 01777);
            Files.setAttribute(resolve("var-tmp"), "unix:mode", 01777);
            VarSkeleton.create(tree, resolve(upper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a package file to where the sandbox sees it, so that it cannot change any more. */
    void copyLocal(Path file, String name) {
        try {
            Files.copy(file, resolve("local").resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the tree its own layout back and leaves the directory empty. */
    @Override
    public void close() {
        try {
            var opt = tree.resolve("usr/lib/opt");
            if (DirectoryTree.isEmpty(opt)) {
                Files.delete(opt);
            }
            Files.move(tree.resolve("etc"), tree.resolve("usr/etc"));
            DirectoryTree.clear(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that the sandbox is to see. */
    Path writeGiven(String name, String text) {
        try {
            write(name, text, "rw-r--r--");
            return resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text, String permissions) throws IOException {
        Files.writeString(resolve(name), text);
        Files.setPosixFilePermissions(resolve(name), PosixFilePermissions.fromString(permissions));
    }

    private static String resource(String name) throws IOException {
        try (var in = LayerWork.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
