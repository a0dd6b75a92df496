package dev.hearth.cli.top;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the machine is used for.
 *
 * @param root of the host's files
 * @param home where users' files are
 */
public record HostMeter(Path root, Path home) {
    /** The fields of a processor's line in which it had nothing to do. */
    private static final int IDLE = 3;

    private static final int WAITING = 4;

    /** The last field of the line that is not counted in others as well. */
    private static final int STOLEN = 7;

    private static final long KIBIBYTE = 1024;

    /**
     * The machine at one moment.
     *
     * @param busy how long processors had something to do since it was started, in ticks
     * @param all how long there were processors
     */
    record Sample(long busy, long all, int processors, long memory, long memoryTotal, long diskFree) {
        static final Sample NOTHING = new Sample(0, 0, 1, 0, 0, 0);

        /** {@return percent of one processor that programs had since an earlier moment} */
        @Nullable Double processorSince(Sample earlier) {
            return earlier.all == 0 || all <= earlier.all
                    ? null
                    : 100.0 * processors * (busy - earlier.busy) / (all - earlier.all);
        }
    }

    Sample sample() {
        try {
            var lines = Files.readAllLines(root.resolve("proc/stat"));
            var ticks = Arrays.stream(
                            lines.getFirst().replaceFirst("^cpu +", "").split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .limit(STOLEN + 1)
                    .toArray();
            long all = Arrays.stream(ticks).sum();
            int processors = (int)
                    lines.stream().filter(line -> line.matches("cpu[0-9]+ .*")).count();
            long total = memory("MemTotal");
            return new Sample(
                    all - ticks[IDLE] - ticks[WAITING],
                    all,
                    processors,
                    total - memory("MemAvailable"),
                    total,
                    Files.getFileStore(home).getUsableSpace());
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            // A screen of pets without these numbers is better than none.
            return Sample.NOTHING;
        }
    }

    private long memory(String name) throws IOException {
        try (var lines = Files.lines(root.resolve("proc/meminfo"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                            .map(line -> line.replaceAll("[^0-9]", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * KIBIBYTE;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
