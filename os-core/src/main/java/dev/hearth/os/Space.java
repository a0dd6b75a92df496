package dev.hearth.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Room in a file system.
 *
 * @param free bytes that root may use
 */
public record Space(long total, long free) {
    /** Ostree refuses to fetch when less than this part, or these bytes, would be left: its own defaults. */
    private static final int LEAST_PERCENT = 3;

    private static final long LEAST_BYTES = 500L * 1000 * 1000;

    public static Space of(Path directory) {
        try {
            var store = Files.getFileStore(directory);
            return new Space(store.getTotalSpace(), store.getUnallocatedSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a number of bytes, for people} */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** {@return whether ostree would fetch nothing any more} */
    public boolean isTooLittleToFetch() {
        return free < leastToFetch();
    }

    /** {@return the bytes that ostree leaves to others} */
    public long leastToFetch() {
        return Math.min(total / 100 * LEAST_PERCENT, LEAST_BYTES);
    }
}
