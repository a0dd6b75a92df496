package dev.hearth.os.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int MACHINES = 20_000;

    @Test
    void hitsFewerTheLongerTheWindowIs() {
        var atOnce = Simulation.play(scenario(Duration.ZERO, 20));
        var twoDays = Simulation.play(scenario(Duration.ofDays(2), 20));
        var week = Simulation.play(scenario(Duration.ofDays(7), 20));

        assertThat(atOnce.took()).isGreaterThan(twoDays.took());
        assertThat(twoDays.took()).isGreaterThan(week.took());
        assertThat(atOnce.busiestMinute()).isGreaterThan(twoDays.busiestMinute());
        assertThat(twoDays.broken()).isBetween(20, twoDays.took() / 50);
        assertThat(twoDays.stopped()).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void bringsAllMachinesBackByTheirNextVisits() {
        var played = Simulation.play(scenario(Duration.ofDays(2), 20));

        assertThat(played.back())
                .isLessThanOrEqualTo(Visits.OF_THE_TIMER.every().plus(Visits.OF_THE_TIMER.delay()));
    }

    @Test
    void reachesEverybodyWhenNobodyStopsIt() {
        var played = Simulation.play(scenario(Duration.ofDays(1), MACHINES));

        assertThat(played.stopped()).isNull();
        assertThat(played.back()).isNull();
        assertThat(played.took()).isEqualTo(MACHINES);
        assertThat(played.broken()).isBetween(MACHINES / 200, MACHINES / 50);
    }

    @Test
    void saysTheSameEachTime() {
        var scenario = scenario(Duration.ofDays(2), 20);

        assertThat(Simulation.play(scenario)).isEqualTo(Simulation.play(scenario));
    }

    private static Scenario scenario(Duration window, int reports) {
        return new Scenario(
                MACHINES,
                0.01,
                0.5,
                Duration.ofHours(1),
                reports,
                Duration.ofHours(1),
                Instant.parse("2026-11-02T10:00:00Z"),
                window,
                1);
    }
}
