package dev.hearth.cli.output;

import dev.hearth.images.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the parts of one image have come. */
final class Transfers {
    private static final int BAR = 24;
    private static final int MOST_LINES = 10;
    private static final int NAME = 12;
    private static final int STATE = 18;

    private final Instant begin;
    private final Map<String, Progress> parts = new LinkedHashMap<>();

    Transfers(Instant begin) {
        this.begin = begin;
    }

    /** One part: its state now, and the bytes that have come over the network, which unpacking must not count again. */
    private record Progress(Transfer.Part latest, long received, long expected) {
        Progress advanced(Transfer.Part next) {
            boolean unpacking = next.state().startsWith("Extract");
            return new Progress(
                    next,
                    unpacking ? Math.max(received, expected) : Math.max(received, next.current()),
                    unpacking ? expected : Math.max(expected, next.total()));
        }
    }

    void add(Transfer.Part part) {
        var known = parts.getOrDefault(part.part(), new Progress(part, 0, 0));
        parts.put(part.part(), known.advanced(part));
    }

    /** {@return bytes so far, in all, and how fast they come, on one line} */
    String summary(Instant now) {
        long received = parts.values().stream().mapToLong(Progress::received).sum();
        long expected = parts.values().stream().mapToLong(Progress::expected).sum();
        long millis = Math.max(1, Duration.between(begin, now).toMillis());
        var so = Sizes.text(received) + (expected > received ? " of " + Sizes.text(expected) : "");
        return so + ", " + Sizes.text(received * 1000 / millis) + "/s";
    }

    /** {@return a line with a bar for each part that still moves, and the summary} */
    List<String> lines(Instant now) {
        var moving = parts.values().stream()
                .map(Progress::latest)
                .filter(part -> part.total() > 0 && part.current() < part.total())
                .limit(MOST_LINES)
                .toList();
        var lines = new ArrayList<String>();
        moving.forEach(part -> lines.add(line(part)));
        lines.add(summary(now));
        return lines;
    }

    private static String line(Transfer.Part part) {
        int done = (int) (BAR * Math.clamp((double) part.current() / part.total(), 0, 1));
        return "%s  %s  [%s%s]  %s of %s"
                .formatted(
                        Cells.padded(Cells.cut(part.part(), NAME), NAME),
                        Cells.padded(Cells.cut(part.state(), STATE), STATE),
                        "#".repeat(done),
                        " ".repeat(BAR - done),
                        Sizes.text(part.current()),
                        Sizes.text(part.total()));
    }
}
