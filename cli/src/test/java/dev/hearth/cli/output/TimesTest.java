package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "PT0S,just now", "-PT5M,just now", "PT59S,just now", "PT1M,1 minute ago", "PT59M,59 minutes ago",
        "PT1H,1 hour ago", "PT23H,23 hours ago", "P1D,1 day ago", "P13D,13 days ago", "P14D,2 weeks ago",
        "P60D,2 months ago", "P729D,24 months ago", "P730D,2 years ago"
    })
    void tellsPeopleHowLongAgo(Duration passed, String words) {
        assertThat(new Times(NOW, true).text(NOW.instant().minus(passed))).isEqualTo(words);
    }

    @Test
    void tellsProgramsTheMoment() {
        var moment = Instant.parse("2026-01-31T11:59:30.123456Z");

        assertThat(new Times(NOW, false).text(moment)).isEqualTo("2026-01-31T11:59:30Z");
    }

    @Test
    void saysNothingOfNoMoment() {
        assertThat(new Times(NOW, true).text(null)).isNull();
    }
}
