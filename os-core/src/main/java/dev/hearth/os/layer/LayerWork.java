package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The private directory in which packages are laid onto one tree.
 *
 * @param sandbox the part of it that any sandbox has; while this is open, its tree's {@code usr/etc} is {@code etc}, where
 *     package managers look
 */
record LayerWork(SandboxWork sandbox) implements AutoCloseable {
    /** What the sandbox changes for good. */
    static final String LAYER = "layer";

    /** Package files of the machine's. */
    static final String LOCAL = "local";

    static LayerWork open(Path directory, Path tree) {
        try {
            var sandbox = SandboxWork.open(directory, tree);
            Files.createDirectory(sandbox.resolve(LOCAL));
            Files.createDirectory(sandbox.resolve("packages"));
            sandbox.write("policy-rc.d", "#!/bin/sh\nexit 101\n", "rwxr-xr-x");
            sandbox.write("dnf-transaction.py", SandboxWork.resource("dnf-transaction.py"), "rw-r--r--");
            Files.move(tree.resolve("usr/etc"), tree.resolve("etc"));
            Files.createDirectories(tree.resolve("usr/lib/opt"));
            return new LayerWork(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the tree its own layout back and leaves the directory empty. */
    @Override
    public void close() {
        var tree = sandbox.tree();
        try {
            var opt = tree.resolve("usr/lib/opt");
            if (DirectoryTree.isEmpty(opt)) {
                Files.delete(opt);
            }
            Files.move(tree.resolve("etc"), tree.resolve("usr/etc"));
            DirectoryTree.clear(sandbox.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
