package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** A small disk of its own, kept in a file, that can be filled up; it is unmounted when it closes. */
final class LoopDisk implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int CHUNK = 64 * 1024;

    private final Programs programs = new Programs(System.getenv());
    private final Path image;
    private final Path mountPoint;

    /**
     * Makes the disk and mounts it.
     *
     * @param image the file, which is not there yet
     */
    LoopDisk(Path image, Path mountPoint, long bytes) throws IOException {
        this.image = image;
        this.mountPoint = mountPoint;
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        run("mkfs.ext4", "-q", "-m", "0", image.toString());
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
