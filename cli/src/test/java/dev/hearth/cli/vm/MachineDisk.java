package dev.hearth.cli.vm;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The disk of a machine, with one file system and no table.
 *
 * @param file as the disk has it, byte by byte
 */
record MachineDisk(Path file) {
    private static final String SIZE = "6G";
    private static final String DEPLOYMENT = "ostree=";

    /** What a boot loader starts: files that it has read from the disk. */
    record Start(Path kernel, Path initramfs, String arguments) {

        /** {@return the link to the deployment, as seen from the disk's root} */
        String deployment() {
            return Stream.of(arguments.split(" ", -1))
                    .filter(each -> each.startsWith(DEPLOYMENT))
                    .findFirst()
                    .orElseThrow()
                    .substring(DEPLOYMENT.length());
        }
    }

    /** {@return a disk with what a directory has} */
    static MachineDisk of(Path directory, String label, Path file) {
        ItHost.run("truncate", "--size=" + SIZE, file.toString());
        ItHost.run("mke2fs", "-q", "-t", "ext4", "-L", label, "-d", directory.toString(), file.toString());
        return new MachineDisk(file);
    }

    /** {@return another with the same content} */
    MachineDisk copy(Path to) {
        ItHost.run("cp", "--sparse=always", file.toString(), to.toString());
        return new MachineDisk(to);
    }

    /**
     * Does what a boot loader does that reads the entries of the Boot Loader Specification: takes the first of them, and reads
     * its kernel, without a look into the file system's journal.
     *
     * @param directory where they are put
     */
    Start start(Path directory) throws IOException {
        DirectoryTree.clear(directory);
        ItHost.run("debugfs", "-R", "rdump /boot " + directory, file.toString());
        var boot = directory.resolve("boot");
        try (var files = Files.list(boot.resolve("loader").resolve("entries"))) {
            var entries = files.filter(each -> each.toString().endsWith(".conf"))
                    .map(MachineDisk::read)
                    .toList();
            var first = entries.stream()
                    .max(Comparator.comparingInt(entry -> Integer.parseInt(entry.getOrDefault("version", "0"))))
                    .orElseThrow(() -> new AssertionError("nothing boots from " + file));
            return new Start(
                    inside(boot, first.getOrDefault("linux", "")),
                    inside(boot, first.getOrDefault("initrd", "")),
                    first.getOrDefault("options", ""));
        }
    }

    private static Map<String, String> read(Path entry) {
        try {
            var fields = new HashMap<String, String>();
            for (var line : Files.readAllLines(entry)) {
                var words = line.split(" ", 2);
                if (words.length == 2) {
                    fields.put(words[0], words[1]);
                }
            }
            return fields;
        } catch (IOException e) {
            throw new AssertionError("cannot read " + entry, e);
        }
    }

    private static Path inside(Path boot, String path) {
        return boot.resolve(path.substring(1));
    }
}
