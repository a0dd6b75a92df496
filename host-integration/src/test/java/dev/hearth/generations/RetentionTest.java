package dev.hearth.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void keepsTheNewestTheYoungAndThePinned() {
        // @1 is ten days old, @10 one day; @2 is pinned.
        var all = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> saved(number, 11 - number))
                .toList();

        assertThat(surplus(new Retention(1, Duration.ZERO), all)).containsExactly(1, 3, 4, 5, 6, 7, 8, 9);
        assertThat(surplus(new Retention(4, Duration.ZERO), all)).containsExactly(1, 3, 4, 5, 6);
        assertThat(surplus(new Retention(1, Duration.ofDays(7)), all)).containsExactly(1, 3, 4);
        assertThat(surplus(new Retention(10, Duration.ZERO), all)).isEmpty();
        assertThat(surplus(new Retention(1, Duration.ZERO), List.of())).isEmpty();
    }

    @Test
    void keepsTheNewestAlways() {
        assertThatThrownBy(() -> new Retention(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> surplus(Retention retention, List<Generation> all) {
        return retention.surplus(all, NOW).stream()
                .map(generation -> generation.number().value())
                .toList();
    }

    private static Generation saved(int number, int daysAgo) {
        return GenerationFixtures.generation(number, NOW.minus(Duration.ofDays(daysAgo)), number == 2);
    }
}
