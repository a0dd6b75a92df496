package dev.hearth.cli.output;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How moments are written: for people as a distance from now, for programs as ISO 8601 in UTC.
 *
 * @param relative whether for people
 */
public record Times(Clock clock, boolean relative) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    /** {@return the moment in words; nothing for no moment} */
    public @Nullable String text(@Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        return relative
                ? distance(Duration.between(moment, clock.instant()))
                : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String distance(Duration passed) {
        if (passed.compareTo(MINUTE) < 0) {
            return "just now";
        }
        if (passed.compareTo(HOUR) < 0) {
            return ago(passed.toMinutes(), "minute");
        }
        if (passed.compareTo(DAY) < 0) {
            return ago(passed.toHours(), "hour");
        }
        if (passed.compareTo(WEEK.multipliedBy(2)) < 0) {
            return ago(passed.toDays(), "day");
        }
        if (passed.compareTo(MONTH.multipliedBy(2)) < 0) {
            return ago(passed.dividedBy(WEEK), "week");
        }
        return passed.compareTo(YEAR.multipliedBy(2)) < 0
                ? ago(passed.dividedBy(MONTH), "month")
                : ago(passed.dividedBy(YEAR), "year");
    }

    private static String ago(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }
}
