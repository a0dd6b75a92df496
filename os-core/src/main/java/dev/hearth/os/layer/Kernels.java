package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kernels of a tree, which starts with exactly one, and what an overlay changes of them.
 *
 * @param ofTheBase the release of each kernel that the tree has
 * @param come the releases of those that the overlay brings, or brings anew
 * @param gone those of the tree's of which the overlay removes something while another comes
 */
record Kernels(Set<String> ofTheBase, Set<String> come, Set<String> gone) {
    private static final String MODULES = "usr/lib/modules";
    private static final String IN_BOOT = "vmlinuz-";
    /** Where an initramfs is made from. */
    private static final List<String> INGREDIENTS = List.of(
            "usr/lib/dracut",
            "etc/dracut.conf",
            "etc/dracut.conf.d",
            "usr/share/initramfs-tools",
            "etc/initramfs-tools",
            "usr/lib/firmware");

    private static final List<String> MODULE_DIRECTORIES = List.of("kernel", "extra", "updates");

    static Kernels of(Path tree, Path upper) {
        var base = new TreeSet<String>();
        var come = new TreeSet<String>();
        var touched = new TreeSet<String>();
        for (var directory : children(tree.resolve(MODULES))) {
            var release = directory.getFileName().toString();
            if (Files.exists(directory.resolve("vmlinuz"))) {
                base.add(release);
            }
        }
        for (var directory : children(upper.resolve(MODULES))) {
            var release = directory.getFileName().toString();
            touched.add(release);
            if (Files.isRegularFile(directory.resolve("vmlinuz"))) {
                come.add(release);
            }
        }
        for (var file : children(upper.resolve("boot"))) {
            var name = file.getFileName().toString();
            if (name.startsWith(IN_BOOT) && Files.isRegularFile(file)) {
                come.add(name.substring(IN_BOOT.length()));
            }
        }
        var gone = new TreeSet<>(base);
        gone.retainAll(touched);
        gone.removeAll(come);
        return new Kernels(base, come, come.isEmpty() ? Set.of() : gone);
    }

    /**
     * Returns the kernel that the tree will start with; none when it had none.
     *
     * @throws LayerFailed when there would be several
     */
    Set<String> remaining() {
        var remaining = new TreeSet<>(ofTheBase);
        remaining.removeAll(gone);
        remaining.addAll(come);
        if (remaining.size() > 1 && !come.isEmpty()) {
            throw new LayerFailed("It brings a kernel beside the base's own, and a deployment starts with one: "
                    + String.join(", ", remaining));
        }
        return remaining;
    }

    /** Returns whether what an initramfs is made from is another than before. */
    boolean concernInitramfs(Path upper) {
        return !come.isEmpty()
                || INGREDIENTS.stream().anyMatch(each -> Files.exists(upper.resolve(each)))
                || ofTheBase.stream().anyMatch(release -> changesModules(upper, release));
    }

    static boolean changesModules(Path upper, String release) {
        var modules = upper.resolve(MODULES).resolve(release);
        return MODULE_DIRECTORIES.stream().anyMatch(each -> Files.exists(modules.resolve(each)));
    }

    /** Puts kernels that lie in {@code /boot}, which is the machine's, where a tree has them; drops those that go. */
    void settle(Path upper, Path tree) {
        try {
            for (var release : gone) {
                DirectoryTree.delete(tree.resolve(MODULES).resolve(release));
            }
            for (var release : come) {
                var directory = Files.createDirectories(tree.resolve(MODULES).resolve(release));
                for (var name : List.of("vmlinuz", "config", "System.map")) {
                    var file = upper.resolve("boot").resolve(name + "-" + release);
                    var target = directory.resolve(name);
                    if (Files.isRegularFile(file)) {
                        Files.deleteIfExists(target);
                        ExtendedAttributes.removeMarks(file);
                        Files.createLink(target, file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path directory) {
        if (!DirectoryTree.isDirectory(directory)) {
            return List.of();
        }
        try (var children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
