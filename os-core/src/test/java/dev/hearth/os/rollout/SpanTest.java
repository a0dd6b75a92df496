package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "2d", "1d12h", "12h30m", "5m10s", "90d"})
    void readsWhatItWrites(String text) {
        assertThat(Span.text(Span.parse(text))).isEqualTo(text);
    }

    @Test
    void passesSecondsOverWhereTheySayNothing() {
        assertThat(Span.text(Duration.ofSeconds(7261))).isEqualTo("2h1m");
        assertThat(Span.text(Span.parse("90s"))).isEqualTo("1m30s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "two days", "1h2d", "-1h", "1.5h", "99999d"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(InvalidSpan.class);
    }
}
