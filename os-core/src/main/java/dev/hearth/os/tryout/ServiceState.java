package dev.hearth.os.tryout;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What of {@code /var} services are likely to need to start: their state, where it is small. What people keep there stays
 * where it is.
 *
 * @param from the directory that is {@code /var}
 * @param items what is copied, as seen from there
 * @param bytes that they take
 */
record ServiceState(Path from, List<Path> items, long bytes, List<LeftOut> leftOut) {
    private static final long LARGEST = 256L << 20;
    private static final Duration WORK = Duration.ofMinutes(30);
    private static final List<String> PLACES = List.of("lib", "opt", "usrlocal");

    /** Images, containers and machines, and what hearth notes of this machine's own boots. */
    private static final Set<Path> NEVER = Set.of(
            Path.of("lib/containers"),
            Path.of("lib/docker"),
            Path.of("lib/flatpak"),
            Path.of("lib/hearth"),
            Path.of("lib/libvirt"),
            Path.of("lib/machines"));

    ServiceState {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Looks what there is, and how large it is.
     *
     * @param copies the directory that copies are made in
     */
    static ServiceState in(Path from, Path copies, Processes processes) {
        var items = new ArrayList<Path>();
        var leftOut = new ArrayList<LeftOut>();
        leftOut.add(new LeftOut("/var", "only what services keep in lib, opt and usrlocal is there"));
        long bytes = 0;
        for (var item : candidates(from)) {
            if (NEVER.contains(item) || copies.startsWith(from.resolve(item))) {
                leftOut.add(new LeftOut("/var/" + item, "it is for this machine alone"));
                continue;
            }
            long size = size(processes, List.of(from.resolve(item)));
            if (size > LARGEST) {
                leftOut.add(new LeftOut("/var/" + item, "it has " + Space.megabytes(size)));
            } else {
                items.add(item);
                bytes += size;
            }
        }
        return new ServiceState(from, items, bytes, leftOut);
    }

    private static List<Path> candidates(Path from) {
        var found = new ArrayList<Path>();
        for (var place : PLACES) {
            var directory = from.resolve(place);
            if (!DirectoryTree.isDirectory(directory)) {
                continue;
            }
            try (var children = Files.list(directory)) {
                children.sorted().map(from::relativize).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** {@return how much these take together; what is gone by then takes nothing} */
    static long size(Processes processes, List<Path> paths) {
        var command = Command.of("du", "--summarize", "--one-file-system", "--block-size=1", "--")
                .with(paths.stream().map(Path::toString).toList())
                .withTimeout(WORK);
        return processes
                .run(command)
                .out()
                .lines()
                .mapToLong(line -> Long.parseLong(line.split("\t", 2)[0]))
                .sum();
    }

    /** Copies it while services may write to it: what vanishes meanwhile is not there. */
    void copy(Path to, Processes processes, Consumer<OsEvent> events) {
        for (var item : items) {
            var target = to.resolve(item);
            try {
                Files.createDirectories(target.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                DirectoryTree.delete(target);
            }
            var finished =
                    processes.run(Command.of("cp", "--archive", "--one-file-system", "--no-target-directory", "--")
                            .with(from.resolve(item).toString(), target.toString())
                            .withTimeout(WORK));
            if (!finished.succeeded()) {
                events.accept(new OsEvent.Warned("Not all of '/var/" + item + "' could be copied"));
            }
        }
    }
}
