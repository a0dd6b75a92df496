package dev.hearth.os.live;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageContents;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.PackagedFile;
import dev.hearth.os.tree.TreeDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what one deployment has more than another, and whether that is all the difference. */
final class LiveComparison {
    private static final Path USR = Path.of("usr");
    private static final Path DEFAULTS = Path.of("usr/etc");
    private static final Path ETC = Path.of("etc");

    private final Path running;
    private final Path next;
    private final Path root;

    /**
     * Compares two deployments.
     *
     * @param running the directory of the one that runs, as it was deployed
     * @param next that of the one that boots next
     * @param root the root directory of what runs
     */
    LiveComparison(Path running, Path next, Path root) {
        this.running = running;
        this.next = next;
        this.root = root;
    }

    /**
     * {@return what can be added}
     *
     * @throws NothingToAdd when there is nothing
     * @throws ReplacesWhatRuns when something is also changed, or goes
     */
    LiveAddition addition(PackageDatabase database) {
        // What was added before for another deployment is here, too, and is not to go.
        var packages = PackageDiff.between(database.read(root), database.read(next));
        if (!packages.removed().isEmpty() || !packages.changed().isEmpty()) {
            throw ReplacesWhatRuns.packages(packages);
        }
        if (packages.added().isEmpty()) {
            throw new NothingToAdd();
        }
        var files = TreeDiff.between(running.resolve(USR), next.resolve(USR));
        var owned = owned(database);
        var changed = inUsr(files.changed());
        var replaced = Stream.concat(inUsr(files.removed()).stream(), changed.stream())
                .filter(owned::contains)
                .toList();
        if (!replaced.isEmpty()) {
            throw ReplacesWhatRuns.files(replaced);
        }
        var configuration = new ArrayList<Path>();
        var kept = new ArrayList<Path>();
        configuration(configuration, kept);
        return new LiveAddition(
                packages.added(),
                topmost(inUsr(files.added())),
                changed.stream()
                        .filter(path -> !Files.isDirectory(next.resolve(path), LinkOption.NOFOLLOW_LINKS))
                        .toList(),
                configuration,
                kept);
    }

    private static List<Path> inUsr(List<Path> paths) {
        return paths.stream()
                .map(USR::resolve)
                .filter(path -> !path.startsWith(DEFAULTS))
                .filter(LiveComparison::isReadWhileRunning)
                .toList();
    }

    /** What only a boot loader reads comes with the boot. */
    private static boolean isReadWhileRunning(Path path) {
        return !path.startsWith("usr/lib/ostree-boot") && !path.endsWith("initramfs.img");
    }

    /** A directory comes with all that is in it. */
    private static List<Path> topmost(List<Path> added) {
        var all = new HashSet<>(added);
        return added.stream().filter(path -> !all.contains(path.getParent())).toList();
    }

    private Set<Path> owned(PackageDatabase database) {
        var owned = new HashSet<Path>();
        try (PackageContents contents = database.contents(running)) {
            for (InstalledPackage each : database.read(running).packages()) {
                contents.read(each.name())
                        .ifPresent(content -> content.files().stream()
                                .map(PackagedFile::path)
                                .map(LiveComparison::inRoot)
                                .forEach(owned::add));
            }
        }
        return owned;
    }

    /** Packages may still name {@code /bin} what lies in {@code /usr/bin}. */
    private static Path inRoot(String path) {
        var relative = Path.of("/").relativize(Path.of("/").resolve(path)).normalize();
        return relative.startsWith(USR) || relative.startsWith(ETC) ? relative : USR.resolve(relative);
    }

    private void configuration(List<Path> taken, List<Path> kept) {
        var defaults = TreeDiff.between(running.resolve(DEFAULTS), next.resolve(DEFAULTS));
        for (var path : defaults.added()) {
            if (Files.isDirectory(next.resolve(DEFAULTS).resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            var place = ETC.resolve(path);
            if (!Files.exists(root.resolve(place), LinkOption.NOFOLLOW_LINKS)) {
                taken.add(place);
            } else if (!isAsDelivered(path, next)) {
                kept.add(place);
            }
        }
        for (var path : defaults.changed()) {
            if (!Files.isDirectory(next.resolve(DEFAULTS).resolve(path), LinkOption.NOFOLLOW_LINKS)
                    && !isAsDelivered(path, next)) {
                (isAsDelivered(path, running) ? taken : kept).add(ETC.resolve(path));
            }
        }
    }

    private boolean isAsDelivered(Path path, Path deployment) {
        var mine = root.resolve(ETC).resolve(path);
        var delivered = deployment.resolve(DEFAULTS).resolve(path);
        try {
            return Files.isRegularFile(mine, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(delivered, LinkOption.NOFOLLOW_LINKS)
                    && Files.mismatch(mine, delivered) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
