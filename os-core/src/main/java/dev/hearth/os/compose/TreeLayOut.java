package dev.hearth.os.compose;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.layer.NewTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns a root file system into the form in which ostree deploys one: what belongs to a machine goes out of it. */
record TreeLayOut(Path tree) {
    private static final String MODULES = "usr/lib/modules";
    private static final Pattern KERNEL = Pattern.compile("(?<kind>vmlinuz|System\\.map|config)-(?<release>.+)");

    /** What systems keep below {@code /var}, by the place where programs look for it. */
    private static final Map<String, String> IN_VAR = new TreeMap<>(Map.of(
            "home", "var/home",
            "mnt", "var/mnt",
            "opt", "var/opt",
            "root", "var/roothome",
            "srv", "var/srv",
            "usr/local", "var/usrlocal"));

    private static final List<String> EMPTY = List.of("boot", "dev", "proc", "run", "sys", "tmp", "sysroot");

    /** What differs from one making to the next, or is about the machine that composes. */
    private static final List<String> LEFT_OVERS = List.of(
            "etc/.pwd.lock",
            "etc/group-",
            "etc/gshadow-",
            "etc/hostname",
            "etc/passwd-",
            "etc/resolv.conf",
            "etc/shadow-",
            "etc/subgid-",
            "etc/subuid-",
            "initrd.img",
            "initrd.img.old",
            "vmlinuz",
            "vmlinuz.old",
            "usr/lib/sysimage/dpkg/available-old",
            "usr/lib/sysimage/dpkg/diversions-old",
            "usr/lib/sysimage/dpkg/lock",
            "usr/lib/sysimage/dpkg/lock-frontend",
            "usr/lib/sysimage/dpkg/statoverride-old",
            "usr/lib/sysimage/dpkg/status-old",
            "usr/lib/sysimage/dpkg/triggers/Lock",
            "usr/lib/sysimage/rpm/.rpm.lock");

    /** Lays the tree out. */
    void carryOut(MachineSources sources) {
        try {
            Files.createDirectories(tree.resolve("var"));
            moveKernels();
            moveDatabases();
            for (var place : IN_VAR.entrySet()) {
                moveToVar(tree.resolve(place.getKey()), tree.resolve(place.getValue()));
            }
            moveOpt();
            LEFT_OVERS.forEach(name -> DirectoryTree.delete(tree.resolve(name)));
            removeHostKeys();
            // Empty, and not away: a read-only /etc could not get one, and systemd fills it when a machine starts.
            Files.writeString(tree.resolve("etc/machine-id"), "");
            sources.placeIn(tree);
            NewTree.foldVar(tree);
            for (var name : EMPTY) {
                DirectoryTree.clear(tree.resolve(name));
            }
            DirectoryTree.delete(tree.resolve("media"));
            Files.createSymbolicLink(tree.resolve("media"), Path.of("run/media"));
            DirectoryTree.delete(tree.resolve("ostree"));
            Files.createSymbolicLink(tree.resolve("ostree"), Path.of("sysroot/ostree"));
            Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(tree.resolve("etc"), tree.resolve("usr/etc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the releases of the kernels that the tree has} */
    Collection<String> kernels() {
        var kernels = new TreeSet<String>();
        for (var each : children(tree.resolve(MODULES))) {
            if (Files.isRegularFile(each.resolve("vmlinuz"), NOFOLLOW_LINKS)) {
                kernels.add(each.getFileName().toString());
            }
        }
        return kernels;
    }

    /** {@return whether a kernel has what it starts with} */
    boolean hasInitramfs(String kernel) {
        return Files.exists(tree.resolve(MODULES).resolve(kernel).resolve("initramfs.img"));
    }

    private void moveKernels() throws IOException {
        for (var file : children(tree.resolve("boot"))) {
            var name = KERNEL.matcher(file.getFileName().toString());
            if (name.matches() && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                var directory = Files.createDirectories(tree.resolve(MODULES).resolve(name.group("release")));
                DirectoryTree.delete(directory.resolve(name.group("kind")));
                Files.move(file, directory.resolve(name.group("kind")));
            }
        }
    }

    /** A base's package database travels with {@code /usr}. */
    private void moveDatabases() throws IOException {
        for (var name : List.of("dpkg", "rpm")) {
            var present = tree.resolve("var/lib").resolve(name);
            var target = tree.resolve("usr/lib/sysimage").resolve(name);
            if (Files.isDirectory(present, NOFOLLOW_LINKS) && !Files.exists(target, NOFOLLOW_LINKS)) {
                Files.createDirectories(target.getParent());
                Files.move(present, target);
            }
            if (Files.isDirectory(target, NOFOLLOW_LINKS)) {
                var file = tree.resolve("usr/lib/tmpfiles.d/hearth-" + name + ".conf");
                Files.createDirectories(file.getParent());
                Files.writeString(file, "L /var/lib/%s - - - - ../../usr/lib/sysimage/%s\n".formatted(name, name));
            }
        }
    }

    private void moveToVar(Path place, Path target) throws IOException {
        if (Files.isDirectory(place, NOFOLLOW_LINKS) && !Files.exists(target, NOFOLLOW_LINKS)) {
            Files.move(place, target);
        } else {
            Files.createDirectories(target);
        }
        DirectoryTree.delete(place);
        Files.createSymbolicLink(place, place.resolveSibling("").normalize().relativize(target));
    }

    /** What packages own in {@code /opt} is the base's, and that place is the machine's. */
    private void moveOpt() throws IOException {
        var lines = new ArrayList<String>();
        for (var each : children(tree.resolve("var/opt"))) {
            var name = each.getFileName().toString();
            var target = tree.resolve("usr/lib/opt").resolve(name);
            Files.createDirectories(target.getParent());
            Files.move(each, target);
            lines.add("L \"/var/opt/%s\" - - - - ../../usr/lib/opt/%s".formatted(name, name));
        }
        if (!lines.isEmpty()) {
            Files.write(tree.resolve("usr/lib/tmpfiles.d/hearth-opt.conf"), lines);
        }
    }

    /** Each machine has keys of its own; OpenSSH's service makes them where there are none. */
    private void removeHostKeys() {
        children(tree.resolve("etc/ssh")).stream()
                .filter(each -> each.getFileName().toString().matches("ssh_host_.*_key(\\.pub)?"))
                .forEach(DirectoryTree::delete);
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
