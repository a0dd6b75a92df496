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
 * The private directory of a sandbox, on the file system of the tree that it is laid over.
 *
 * @param directory only root may enter it
 * @param tree what programs see, and leave as it is
 */
record SandboxWork(Path directory, Path tree) {
    /** What the sandbox changes for the time of one command. */
    static final String SCRATCH = "scratch";

    /** Makes the directory, or empties it. */
    static SandboxWork open(Path directory, Path tree) throws IOException {
        var work = new SandboxWork(directory, tree);
        DirectoryTree.clear(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(directory.resolve("lower"), tree.toRealPath());
        Files.createDirectory(directory.resolve("merged"));
        work.write("ostree-booted", "", "rw-r--r--");
        work.write("sandbox.sh", resource("sandbox.sh"), "rw-r--r--");
        work.renew(SCRATCH);
        return work;
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

    /** Copies a file to where the sandbox sees it, so that it cannot change any more. */
    void copyIn(Path file, String name) {
        try {
            Files.copy(file, resolve(name), StandardCopyOption.REPLACE_EXISTING);
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

    void write(String name, String text, String permissions) throws IOException {
        Files.writeString(resolve(name), text);
        Files.setPosixFilePermissions(resolve(name), PosixFilePermissions.fromString(permissions));
    }

    static String resource(String name) throws IOException {
        try (var in = SandboxWork.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
