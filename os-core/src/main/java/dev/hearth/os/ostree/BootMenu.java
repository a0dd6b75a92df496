package dev.hearth.os.ostree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The boot loader's menu as it is now.
 *
 * @param bootVersion which of the two sets of entries is in effect
 * @param items ostree's entries in boot order
 */
record BootMenu(int bootVersion, List<Item> items) {
    BootMenu {
        items = List.copyOf(items);
    }

    /**
     * An entry that boots a deployment.
     *
     * @param fileName in the directory of entries
     */
    record Item(String fileName, BootEntry entry, BootEntry.Link link) {}

    /** Reads the menu of a sysroot; one without any deployment yet has an empty menu. */
    static BootMenu read(Sysroot sysroot) {
        var loader = loader(sysroot);
        if (!Files.exists(loader, LinkOption.NOFOLLOW_LINKS)) {
            return new BootMenu(0, List.of());
        }
        int bootVersion = bootVersion(loader);
        var items = new ArrayList<Item>();
        try (var files = Files.newDirectoryStream(entries(sysroot), "*.conf")) {
            for (var file : files) {
                var entry = entry(file);
                // Others may have entries of their own there: a rescue system, a memory test.
                entry.link().ifPresent(link -> items.add(new Item(name(file), entry, link)));
                requireWhole(file, entry);
            }
        } catch (NoSuchFileException _) {
            throw DamagedSysroot.loader(loader, "no entries lie where it leads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        items.sort((one, other) ->
                Integer.compare(other.entry().version(), one.entry().version()));
        return new BootMenu(bootVersion, items);
    }

    /** {@return the directory of the entries in effect} */
    static Path entries(Sysroot sysroot) {
        return loader(sysroot).resolve("entries");
    }

    private static Path loader(Sysroot sysroot) {
        return sysroot.boot().resolve("loader");
    }

    private static BootEntry entry(Path file) throws IOException {
        try {
            return BootEntry.parse(TextFile.read(file));
        } catch (TextFile.NoText e) {
            throw DamagedSysroot.entry(file, String.valueOf(e.getMessage()));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void requireWhole(Path file, BootEntry entry) {
        boolean ours = name(file).startsWith("ostree-");
        if (ours && entry.link().isEmpty()) {
            throw DamagedSysroot.entry(file, "its options name no deployment");
        }
        if (ours && entry.version() == 0) {
            throw DamagedSysroot.entry(file, "it has no version, which the boot order is made by");
        }
    }

    private static int bootVersion(Path loader) {
        var target = target(loader);
        return switch (target) {
            case "loader.0" -> 0;
            case "loader.1" -> 1;
            default -> throw DamagedSysroot.loader(loader, "it leads to '" + target + "'");
        };
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NotLinkException _) {
            throw DamagedSysroot.loader(link, "it is no link");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
