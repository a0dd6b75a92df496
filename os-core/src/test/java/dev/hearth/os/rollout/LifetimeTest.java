package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimeTest {
    private static final Instant TIME = Instant.parse("2026-11-02T10:00:00Z");
    private static final Validity WEEK = new Validity(TIME, TIME.plus(Duration.ofDays(7)));

    @Test
    void isReadFromWords() {
        assertThat(Lifetime.parse("14d")).isEqualTo(new Lifetime.Limited(Duration.ofDays(14)));
        assertThat(Lifetime.parse("always")).isEqualTo(new Lifetime.Unlimited());
        assertThatThrownBy(() -> Lifetime.parse("soon")).isInstanceOf(InvalidSpan.class);
    }

    @Test
    void isLongEnoughForMachinesToLook() {
        assertThat(Lifetime.parse("1d")).isEqualTo(new Lifetime.Limited(Duration.ofDays(1)));
        assertThatThrownBy(() -> Lifetime.parse("23h59m"))
                .isInstanceOf(LifetimeTooShort.class)
                .hasMessage("What is valid for 23h59m expires before all machines have looked for it");
        assertThatThrownBy(() -> Lifetime.parse("0")).isInstanceOf(LifetimeTooShort.class);
    }

    @Test
    void staysWhatItWasWhereNothingElseIsSaid() {
        assertThat(new Lifetime.AsBefore().span(WEEK)).isEqualTo(Duration.ofDays(7));
        assertThat(new Lifetime.AsBefore().span(null)).isNull();
        assertThat(new Lifetime.AsBefore().span(new Validity(TIME, null))).isNull();
        assertThat(new Lifetime.Unlimited().span(WEEK)).isNull();
        assertThat(Lifetime.parse("2d").span(WEEK)).isEqualTo(Duration.ofDays(2));
    }
}
