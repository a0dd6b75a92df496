package dev.hearth.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.bridge.BusName;
import dev.hearth.doctor.Finding.Verdict;
import dev.hearth.pets.Home;
import dev.hearth.pets.SpecFixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilteredBusTest {
    private static final List<BusName> NAMES = List.of(new BusName("org.freedesktop.Notifications"));

    @Test
    void isNothingForPetsThatShareTheSession() {
        var found = new FilteredBus(SpecFixtures.spec(), NAMES, FilteredBusTest::nowhere).look();

        assertThat(found.verdict()).isEqualTo(Verdict.ABSENT);
    }

    @Test
    void isNothingWhereNobodyIsNamed() {
        var found = new FilteredBus(SpecFixtures.spec(new Home.None()), List.of(), FilteredBusTest::nowhere).look();

        assertThat(found.verdict()).isEqualTo(Verdict.ABSENT);
    }

    @Test
    void needsTheFilterOnTheHost() {
        var spec = SpecFixtures.spec(new Home.None());

        var broken = new FilteredBus(spec, NAMES, FilteredBusTest::nowhere).look();
        var found = new FilteredBus(spec, NAMES, program -> Optional.of(Path.of("/usr/bin", program))).look();

        assertThat(broken.message())
                .isEqualTo("Filtered session bus: the host has no xdg-dbus-proxy, so the pet has none");
        assertThat(broken.hint()).contains("Install it on the host");
        assertThat(found).isEqualTo(Finding.ok("Filtered session bus: org.freedesktop.Notifications"));
    }

    private static Optional<Path> nowhere(String program) {
        return Optional.empty();
    }
}
