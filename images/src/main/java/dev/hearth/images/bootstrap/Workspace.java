package dev.hearth.images.bootstrap;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The private directory in which one image is made; it goes when the image is done.
 *
 * <p>A lock in it lives as long as its process: a directory whose lock is free is what a killed hearth left behind, and
 * the next workspace clears it away.
 */
final class Workspace implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BootstrapHost host;
    private final Processes processes;
    private final WorkLayout layout;
    private final ExclusiveLock lock;

    private Workspace(BootstrapHost host, Processes processes, WorkLayout layout, ExclusiveLock lock) {
        this.host = host;
        this.processes = processes;
        this.layout = layout;
        this.lock = lock;
    }

    /** Opens a new one, after clearing away what earlier ones left behind. */
    static Workspace open(BootstrapHost host, Processes processes) {
        var parent = PrivateFiles.directory(
                host.cache().resolve("bootstrap"), host.account().uid());
        var holder = host.holder();
        var all = parent.resolve(LOCK);
        // Between making a directory and locking it another hearth could take it for a left-over.
        try (var _ = ExclusiveLock.acquire(all, "the making of images", holder, PATIENCE, _ -> {})) {
            clear(parent, host, processes, holder);
            var directory = Files.createTempDirectory(parent, WorkLayout.PREFIX);
            var lock = ExclusiveLock.tryAcquire(directory.resolve(LOCK), holder).orElseThrow();
            var workspace = new Workspace(host, processes, new WorkLayout(host, directory), lock);
            workspace.makeScratch();
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WorkLayout layout() {
        return layout;
    }

    /** Writes what the plan wants to find here. */
    void write(Map<String, String> texts, List<CarriedFile> carried) {
        try {
            var overlay = Files.createDirectories(layout.overlay());
            for (var text : texts.entrySet()) {
                var target = layout.file(text.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, text.getValue());
            }
            CarriedFile.copyAll(carried, overlay);
            try (var files = Files.walk(overlay)) {
                // Files only: a directory of the archive would change the image's own.
                var names = files.filter(Files::isRegularFile)
                        .map(file -> overlay.relativize(file) + "\n")
                        .sorted()
                        .toList();
                Files.writeString(layout.overlayList(), String.join("", names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(layout.scratch(), host, processes);
        remove(layout.directory(), host, processes);
        lock.close();
    }

    private void makeScratch() throws IOException {
        // Not one that was there: in a directory open to all it could be somebody else's.
        Files.createDirectory(layout.scratch());
        if (!host.account().isRoot()) {
            Files.setAttribute(layout.scratch(), "unix:mode", 0_1777);
        }
    }

    private static void clear(Path parent, BootstrapHost host, Processes processes, String holder) {
        for (var left : CarriedFile.listed(parent)) {
            if (!left.getFileName().toString().startsWith(WorkLayout.PREFIX)) {
                continue;
            }
            var lock = ExclusiveLock.tryAcquire(left.resolve(LOCK), holder);
            lock.ifPresent(free -> {
                remove(new WorkLayout(host, left).scratch(), host, processes);
                remove(left, host, processes);
                free.close();
            });
        }
    }

    private static void remove(Path tree, BootstrapHost host, Processes processes) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS) || removedByOwner(tree)) {
            return;
        }
        if (!host.account().isRoot()) {
            // What packages made belongs to subordinate ids, and only a namespace that has them may remove it.
            processes.run(Command.of("env", "--chdir=/", "unshare", "--map-auto", "--map-root-user")
                    .with("rm", "-rf", "--one-file-system", "--", tree.toString()));
        }
    }

    private static boolean removedByOwner(Path tree) {
        try {
            var device = Files.getAttribute(tree, "unix:dev", LinkOption.NOFOLLOW_LINKS);
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    // Should something be mounted in it after all, that is nothing to remove.
                    boolean here = device.equals(Files.getAttribute(directory, "unix:dev", LinkOption.NOFOLLOW_LINKS));
                    return here ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
