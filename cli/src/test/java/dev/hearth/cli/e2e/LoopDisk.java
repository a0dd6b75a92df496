package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small disk of its own, kept in a file, that can be filled up; it is unmounted when it closes. */
final class LoopDisk implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int CHUNK = 64 * 1024;

    private final Programs programs = new Programs(System.getenv());
    private final Path image;
    private final Path mountPoint;

    /** The file systems that a disk can have. */
    enum FileSystem {
        EXT4("mkfs.ext4 -q -m 0"),
        /** Its files can share blocks. */
        BTRFS("mkfs.btrfs --quiet");

        private final String making;

        FileSystem(String making) {
            this.making = making;
        }
    }

    /** Makes a disk with the usual file system and mounts it. */
    LoopDisk(Path image, Path mountPoint, long bytes) throws IOException {
        this(image, mountPoint, bytes, FileSystem.EXT4);
    }

    /**
     * Makes the disk and mounts it.
     *
     * @param image the file, which is not there yet
     */
    LoopDisk(Path image, Path mountPoint, long bytes, FileSystem kind) throws IOException {
        this.image = image;
        this.mountPoint = mountPoint;
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        var make = new ArrayList<>(List.of(kind.making.split(" ", -1)));
        make.add(image.toString());
        run(make.toArray(String[]::new));
        // What survives a cut of the power is the kernel's business: here it need not reach the real disk.
        run("mount", "-o", "loop,nobarrier", image.toString(), mountPoint.toString());
    }

    Path mountPoint() {
        return mountPoint;
    }

    /** {@return the bytes that can still be written} */
    long free() {
        try {
            return Files.getFileStore(mountPoint).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has all that was written counted. */
    void sync() {
        run("sync", "--file-system", mountPoint.toString());
    }

    /** Leaves no more than so many bytes free. */
    void fillUpTo(long free) throws IOException {
        try (var file = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var chunk = new byte[CHUNK];
            while (free() > free) {
                file.write(chunk, 0, (int) Math.min(CHUNK, free() - free));
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    /** Gives back what was filled. */
    void makeRoom() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return mountPoint.resolve("filler");
    }

    @Override
    public void close() {
        run("umount", mountPoint.toString());
        try {
            Files.delete(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... argv) {
        programs.run(SOON, Path.of("/"), List.of(argv)).succeeded();
    }
}
