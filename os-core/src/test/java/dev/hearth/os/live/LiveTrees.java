package dev.hearth.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small deployment, and another one that is made of it. */
final class LiveTrees {
    private static final String DATABASE = "usr/lib/sysimage/dpkg/";

    private LiveTrees() {}

    /** Lays out one with the package {@code tool}, and a cache that no package owns. */
    static Path layOut(Path root) throws IOException {
        text(root, DATABASE + "status", "");
        text(root, "usr/share/cache", "tool\n");
        text(root, "usr/lib/modules/6.1.0/vmlinuz", "a kernel");
        text(root, "usr/lib/modules/6.1.0/initramfs.img", "tool");
        text(root, "usr/etc/tools", "tool\n");
        text(root, "usr/etc/own", "delivered\n");
        addPackage(root, "tool", "1.0", List.of("usr/bin/tool"));
        return root;
    }

    /** Adds one with these files, which all say its version. */
    static void addPackage(Path root, String name, String version, List<String> files) throws IOException {
        var status = root.resolve(DATABASE + "status");
        text(
                root,
                DATABASE + "status",
                Files.readString(status)
                        + "Package: %s\nStatus: install ok installed\nArchitecture: all\nVersion: %s\n\n"
                                .formatted(name, version));
        text(
                root,
                DATABASE + "info/" + name + ".list",
                "/.\n"
                        + String.join(
                                "\n", files.stream().map(file -> "/" + file).toList()) + "\n");
        for (var file : files) {
            text(root, file, name + " " + version + "\n");
        }
    }

    static void text(Path root, String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
