package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.ostree.BootEntry.Link;
import dev.hearth.os.ostree.BootMenu.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the boot loader's menu in another order, or with fewer entries, the way ostree does.
 *
 * <p>There are two sets of entries and of boot links. The one not in use is written anew; renaming a single link then puts
 * it in effect, at once or not at all. The former set stays until the next clean-up. Each of the two steps is on the disk
 * before the next begins.
 */
final class BootOrder {
    private final Sysroot sysroot;
    private final BootDisk disk;
    private final InstantSource clock;

    BootOrder(Sysroot sysroot, BootDisk disk, InstantSource clock) {
        this.sysroot = sysroot;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Puts the menu in effect that has these entries of the present one, in this order.
     *
     * @throws IllegalArgumentException when there is none: a machine has to boot something
     */
    void arrange(BootMenu menu, List<Item> order) {
        if (order.isEmpty()) {
            throw new IllegalArgumentException("a menu without entries boots nothing");
        }
        try (var _ = SysrootLock.acquire(sysroot)) {
            write(menu, order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BootMenu menu, List<Item> order) throws IOException {
        int next = 1 - menu.bootVersion();
        var links = sysroot.ostree().resolve("boot." + next + "." + freeLinkSet(next));
        var loader = sysroot.boot().resolve("loader." + next);
        DirectoryTree.delete(links);
        DirectoryTree.delete(loader);
        var entries = Files.createDirectories(loader.resolve("entries"));
        var numbers = new HashMap<String, Integer>();
        for (int index = 0; index < order.size(); index++) {
            var item = order.get(index);
            var link = renumbered(item.link(), numbers);
            copyLink(sysroot.links(menu.bootVersion()).resolve(item.link().path()), links.resolve(link.path()));
            int version = order.size() - index;
            var entry = item.entry().at(index, version, next, link);
            Files.writeString(entries.resolve(fileName(item, version)), entry.toString());
        }
        disk.settle();
        swap(sysroot.ostree(), "boot." + next, links);
        force(sysroot.ostree());
        swap(sysroot.boot(), "loader", loader);
        disk.settle();
        // What libostree watches to notice that its view of the sysroot is out of date.
        Files.setLastModifiedTime(sysroot.ostree().resolve("deploy"), FileTime.from(clock.instant()));
    }

    /** The set of links that the other link names is not in use, but a program may just be reading it. */
    private int freeLinkSet(int bootVersion) throws IOException {
        try {
            var target = Files.readSymbolicLink(sysroot.links(bootVersion)).toString();
            return target.endsWith(".1") ? 0 : 1;
        } catch (NoSuchFileException _) {
            return 1;
        }
    }

    private static Link renumbered(Link link, Map<String, Integer> numbers) {
        var kernel = link.stateroot() + "/" + link.bootChecksum();
        int number = numbers.merge(kernel, 1, Integer::sum) - 1;
        return new Link(link.stateroot(), link.bootChecksum(), number);
    }

    private static void copyLink(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.createSymbolicLink(to, Files.readSymbolicLink(from));
    }

    /** Newer versions of ostree leave the stateroot out of the name. */
    private static String fileName(Item item, int version) {
        var stateroot = item.link().stateroot();
        return item.fileName().endsWith("-" + stateroot + ".conf")
                ? "ostree-" + version + "-" + stateroot + ".conf"
                : "ostree-" + version + ".conf";
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void swap(Path directory, String name, Path target) throws IOException {
        var link = directory.resolve(name);
        var temporary = directory.resolve(name + ".tmp");
        Files.deleteIfExists(temporary);
        Files.createSymbolicLink(temporary, target.getFileName());
        Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
    }
}
