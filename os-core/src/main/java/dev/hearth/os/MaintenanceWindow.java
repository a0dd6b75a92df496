package dev.hearth.os;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hours of some days, by the machine's own clock on the wall.
 *
 * @param days those on which it opens
 * @param from when it opens
 * @param to when it closes: on the next day where that is not later
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<days>[a-z,]+) +)?(?<from>\\d\\d:\\d\\d)-(?<to>\\d\\d:\\d\\d)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int DAYS = 7;
    private static final int SHORT = 3;

    public MaintenanceWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window opens on some day");
        }
        days = Set.copyOf(days);
    }

    /** {@return what {@code [sat,sun ]02:00-05:00} means; empty when it means nothing} */
    public static Optional<MaintenanceWindow> parse(String text) {
        var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var names = matcher.group("days");
        return of(
                names == null ? List.of() : List.of(names.split(",", -1)), matcher.group("from"), matcher.group("to"));
    }

    /** {@return the window of these words; no day means each; empty when one of them means nothing} */
    public static Optional<MaintenanceWindow> of(List<String> names, String from, String to) {
        var days = new TreeSet<DayOfWeek>();
        for (var name : names) {
            var day = day(name);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            days.add(day.get());
        }
        try {
            return Optional.of(new MaintenanceWindow(
                    days.isEmpty() ? Set.of(DayOfWeek.values()) : days,
                    LocalTime.parse(from, TIME),
                    LocalTime.parse(to, TIME)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> day(String name) {
        for (var day : DayOfWeek.values()) {
            if (name.equals(word(day)) || name.equalsIgnoreCase(day.name())) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, SHORT).toLowerCase(Locale.ROOT);
    }

    /** {@return whether it is open then} */
    public boolean isOpen(ZonedDateTime when) {
        var time = when.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(when.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        boolean sinceToday = days.contains(when.getDayOfWeek()) && !time.isBefore(from);
        boolean sinceYesterday = days.contains(when.getDayOfWeek().minus(1)) && time.isBefore(to);
        return sinceToday || sinceYesterday;
    }

    /** {@return when it opens next; a day whose clock is put forward over all of it has none} */
    public ZonedDateTime opening(ZonedDateTime after) {
        // Two weeks: the only day of a week may be such a day.
        for (int ahead = 0; ahead <= 2 * DAYS; ahead++) {
            var date = after.toLocalDate().plusDays(ahead);
            var opening = ZonedDateTime.of(date, from, after.getZone());
            if (opening.isAfter(after) && isOpen(opening)) {
                return opening;
            }
        }
        throw new IllegalStateException("never opens: " + this);
    }

    /** {@return how long it is open on days whose clock is left alone} */
    public Duration length() {
        var length = Duration.between(from, to);
        return length.isPositive() ? length : length.plusDays(1);
    }

    /** {@return the days by the words of the command line, from Monday on; none for each day} */
    public List<String> dayWords() {
        return days.size() == DAYS
                ? List.of()
                : new ArrayList<>(new TreeSet<>(days)
                        .stream().map(MaintenanceWindow::word).toList());
    }

    /** {@return the form that is parsed} */
    @Override
    public String toString() {
        var hours = TIME.format(from) + "-" + TIME.format(to);
        return dayWords().isEmpty() ? hours : dayWords().stream().collect(Collectors.joining(",")) + " " + hours;
    }
}
