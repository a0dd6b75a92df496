package dev.hearth.cli.provider;

import dev.hearth.cli.output.Page;
import dev.hearth.os.rollout.Played;
import dev.hearth.os.rollout.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a bad release came to; the components are the JSON contract.
 *
 * @param machines how many there are
 * @param rollouts one for each time over which it was released
 */
record RolloutView(int machines, List<Row> rollouts) {
    private static final String FORMAT = "%-8s  %-9s  %9s  %8s  %7s  %12s  %9s  %9s";

    /**
     * One of them.
     *
     * @param windowSeconds the time over which it was released
     * @param stoppedAfterSeconds how long after the release it was withdrawn; null when it never was
     * @param took how many machines took it
     * @param broken how many of these it broke
     * @param busiestMinute how many machines began to fetch it in the busiest minute
     * @param looksPerSecond how many machines looked for updates in a second of the busiest minute
     * @param backAfterSeconds how long after that the last machine went back; null when it was not withdrawn
     */
    record Row(
            long windowSeconds,
            @Nullable Long stoppedAfterSeconds,
            int took,
            int broken,
            int busiestMinute,
            long looksPerSecond,
            @Nullable Long backAfterSeconds) {
        static Row of(Played played) {
            var stopped = played.stopped();
            var back = played.back();
            return new Row(
                    played.scenario().window().toSeconds(),
                    stopped == null ? null : stopped.toSeconds(),
                    played.took(),
                    played.broken(),
                    played.busiestMinute(),
                    Math.round(played.busiestSecond()),
                    back == null ? null : back.toSeconds());
        }
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        lines.add(page.colors()
                .bold(FORMAT.formatted(
                        "OVER", "WITHDRAWN", "TOOK IT", "OF ALL", "BROKEN", "FETCHES/MIN", "LOOKS/S", "ALL BACK")));
        for (var row : rollouts) {
            lines.add(String.format(
                    Locale.ROOT,
                    FORMAT,
                    text(row.windowSeconds()),
                    text(row.stoppedAfterSeconds()),
                    row.took(),
                    String.format(Locale.ROOT, "%.2f %%", 100.0 * row.took() / machines),
                    row.broken(),
                    row.busiestMinute(),
                    row.looksPerSecond(),
                    text(row.backAfterSeconds())));
        }
        return lines;
    }

    private static String text(@Nullable Long seconds) {
        return seconds == null ? "never" : Span.text(Duration.ofSeconds(seconds));
    }
}
