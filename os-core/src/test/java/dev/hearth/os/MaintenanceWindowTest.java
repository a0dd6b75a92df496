package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTest {

    private static MaintenanceWindow window(String text) {
        return MaintenanceWindow.parse(text).orElseThrow();
    }

    // 2026-11-21 is a Saturday.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sat,sun 02:00-05:00 | 2026-11-21T01:59:59Z | false",
                "sat,sun 02:00-05:00 | 2026-11-21T02:00:00Z | true",
                "sat,sun 02:00-05:00 | 2026-11-22T04:59:59Z | true",
                "sat,sun 02:00-05:00 | 2026-11-22T05:00:00Z | false",
                "sat,sun 02:00-05:00 | 2026-11-23T03:00:00Z | false",
                "02:00-05:00 | 2026-11-23T03:00:00Z | true",
                // Over midnight: the day is that on which it opens.
                "fri 23:00-03:00 | 2026-11-20T22:59:00Z | false",
                "fri 23:00-03:00 | 2026-11-20T23:00:00Z | true",
                "fri 23:00-03:00 | 2026-11-21T02:59:00Z | true",
                "fri 23:00-03:00 | 2026-11-21T23:30:00Z | false",
                "fri 23:00-03:00 | 2026-11-20T02:00:00Z | false",
                // A whole day, from then on.
                "sat 06:00-06:00 | 2026-11-22T05:59:00Z | true",
                "sat 06:00-06:00 | 2026-11-21T05:59:00Z | false",
                // By the clock on the wall: the same moment, elsewhere.
                "02:00-05:00 | 2026-11-23T03:00:00+09:00 | true",
                "02:00-05:00 | 2026-11-22T18:00:00Z | false"
            })
    void isOpenInItsHours(String text, ZonedDateTime when, boolean open) {
        assertThat(window(text).isOpen(when)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sat 02:00-05:00 | 2026-11-20T12:00:00Z | 2026-11-21T02:00:00Z",
                "sat 02:00-05:00 | 2026-11-21T02:00:00Z | 2026-11-28T02:00:00Z",
                "02:00-05:00 | 2026-11-20T01:00:00Z | 2026-11-20T02:00:00Z",
                // The clock goes from 02:00 to 03:00 on 2026-03-29: what is over by then does not open on that day.
                "sun 02:00-03:00 | 2026-03-28T12:00:00+01:00[Europe/Berlin] | 2026-04-05T02:00:00+02:00[Europe/Berlin]",
                "sun 02:00-05:00 | 2026-03-28T12:00:00+01:00[Europe/Berlin] | 2026-03-29T03:00:00+02:00[Europe/Berlin]",
                // And back from 03:00 to 02:00 on 2026-10-25, where 02:00 comes twice.
                "sun 02:00-03:00 | 2026-10-24T12:00:00+02:00[Europe/Berlin] | 2026-10-25T02:00:00+02:00[Europe/Berlin]"
            })
    void tellsWhenItOpens(String text, ZonedDateTime after, ZonedDateTime opening) {
        assertThat(window(text).opening(after)).isEqualTo(opening);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sat,sun 02:00-05:00 | sat,sun 02:00-05:00 | PT3H",
                "SUN,Sat  02:00-05:30 | sat,sun 02:00-05:30 | PT3H30M",
                "monday 22:00-01:00 | mon 22:00-01:00 | PT3H",
                "mon,tue,wed,thu,fri,sat,sun 00:00-00:00 | 00:00-00:00 | PT24H"
            })
    void isWrittenOneWay(String text, String written, Duration length) {
        assertThat(window(text)).hasToString(written);
        assertThat(window(text).length()).isEqualTo(length);
        assertThat(window(written)).isEqualTo(window(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sat", "2:00-5:00", "25:00-26:00", "weekend 02:00-05:00", "sat, sun 02:00-05:00", "always"})
    void isNothingElse(String text) {
        assertThat(MaintenanceWindow.parse(text)).isEmpty();
    }

    @Test
    void opensTwiceWhereAnHourComesTwice() {
        var window = window("02:00-03:00");

        assertThat(window.isOpen(ZonedDateTime.parse("2026-10-25T02:30:00+02:00[Europe/Berlin]")))
                .isTrue();
        assertThat(window.isOpen(ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Berlin]")))
                .isTrue();
    }
}
