package dev.hearth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A deployment's files, as far as they say which packages it has, and of what these consist. */
record DpkgTree(Path root) {

    static DpkgTree in(Path root) {
        return new DpkgTree(root);
    }

    /** Installs a package that consists of these files. */
    DpkgTree with(String name, String... files) throws IOException {
        append(
                "usr/lib/sysimage/dpkg/status",
                "Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0\n\n".formatted(name));
        append("usr/lib/sysimage/dpkg/info/" + name + ".list", String.join("\n", files) + "\n");
        return this;
    }

    private void append(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
