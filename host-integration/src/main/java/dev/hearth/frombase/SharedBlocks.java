package dev.hearth.frombase;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the files of an image take the blocks of a deployment's, on a file system where files can share blocks until one is
 * written to, such as Btrfs and XFS.
 *
 * <p>A file gives way to a clone of the deployment's only where it is that file already: content, owner, mode and time. So
 * nobody can tell but by the room on the disk, and it may end at any moment.
 */
final class SharedBlocks {
    private static final Path USR = Path.of("usr");
    /** Below it a file system may keep the content with the name, and there is no block to share. */
    private static final long SMALLEST = 4096;

    private static final int FILES_OF_A_COMMAND = 1000;

    private final Processes processes;

    SharedBlocks(Processes processes) {
        this.processes = processes;
    }

    /**
     * Shares what can be shared.
     *
     * @param files of the image, which no container has yet
     * @param root of the deployment
     * @return how many bytes are shared now; 0 where the file system does not do that, or the caller may not
     */
    long share(Path files, Path root) {
        try {
            var candidates = candidates(files, root);
            if (candidates.isEmpty()) {
                return 0;
            }
            // Beside the files: what is left of it when hearth is killed goes with them, and is in no container.
            var clones = Files.createTempDirectory(files.resolveSibling(""), "hearth-clones-");
            try {
                return share(candidates, files, root, clones);
            } finally {
                DirectoryTree.delete(clones);
            }
        } catch (IOException | Failure _) {
            // The image is whole as it is, only larger.
            return 0;
        }
    }

    private long share(List<List<Path>> candidates, Path files, Path root, Path clones) throws IOException {
        long shared = 0;
        for (int from = 0; from < candidates.size(); from += FILES_OF_A_COMMAND) {
            var some = candidates.subList(from, Math.min(from + FILES_OF_A_COMMAND, candidates.size()));
            processes
                    .run(Command.of("env", "--chdir=" + root, "cp", "--reflink=always", "--parents", "--no-dereference")
                            .with("--preserve=mode,ownership,timestamps", "--target-directory=" + clones, "--")
                            .with(some.stream()
                                    .map(names -> names.getFirst().toString())
                                    .toList()))
                    .orThrow();
            for (var names : some) {
                var clone = clones.resolve(names.getFirst());
                if (Files.mismatch(clone, files.resolve(names.getFirst())) < 0) {
                    replace(names, clone, files);
                    shared += Files.size(files.resolve(names.getFirst()));
                }
            }
        }
        return shared;
    }

    /** Names of one file stay names of one file. */
    private static void replace(List<Path> names, Path clone, Path files) throws IOException {
        for (var name : names.subList(1, names.size())) {
            var link = Files.createLink(clone.resolveSibling(clone.getFileName() + ".link"), clone);
            Files.move(link, files.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(clone, files.resolve(names.getFirst()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return the files that are worth it and like the deployment's, each with all of its names} */
    private static List<List<Path>> candidates(Path files, Path root) throws IOException {
        var found = new LinkedHashMap<Object, List<Path>>();
        Files.walkFileTree(files.resolve(USR), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = files.relativize(file);
                if (attributes.isRegularFile()
                        && attributes.size() >= SMALLEST
                        && traits(file).equals(traits(root.resolve(name)))) {
                    found.computeIfAbsent(attributes.fileKey(), _ -> new ArrayList<>())
                            .add(name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(found.values());
    }

    private static Map<String, Object> traits(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readAttributes(file, "unix:mode,uid,gid,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS)
                : Map.of();
    }
}
