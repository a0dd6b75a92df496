package dev.hearth.os.rollout;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 2d}, {@code 12h30m}, {@code 90s}, and {@code 0} for none. */
public final class Span {
    private static final Pattern SPAN = Pattern.compile("(?:(?<days>[0-9]{1,4})d)?(?:(?<hours>[0-9]{1,5})h)?"
            + "(?:(?<minutes>[0-9]{1,6})m)?(?:(?<seconds>[0-9]{1,8})s)?");

    private Span() {}

    /**
     * {@return the length of time that a text means}
     *
     * @throws InvalidSpan when it means none
     */
    public static Duration parse(String text) {
        var matcher = SPAN.matcher(text);
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (text.isEmpty() || !matcher.matches()) {
            throw new InvalidSpan(text);
        }
        return Duration.ofDays(number(matcher.group("days")))
                .plusHours(number(matcher.group("hours")))
                .plusMinutes(number(matcher.group("minutes")))
                .plusSeconds(number(matcher.group("seconds")));
    }

    /** {@return the text for a length of time, down to the minute from one hour on} */
    public static String text(Duration span) {
        var text = new StringBuilder();
        append(text, span.toDays(), 'd');
        append(text, span.toHoursPart(), 'h');
        append(text, span.toMinutesPart(), 'm');
        if (span.toHours() == 0) {
            append(text, span.toSecondsPart(), 's');
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private static void append(StringBuilder text, long number, char unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
