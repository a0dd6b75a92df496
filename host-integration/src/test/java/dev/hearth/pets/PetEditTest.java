package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PetEditTest {
    private static final PublishedPort HTTP = new PublishedPort("", 8080, 80, "tcp");

    @Test
    void leavesAloneWhatItDoesNotName() {
        assertThat(EditFixtures.home(new Home.Shared()).applied(SpecFixtures.spec()))
                .isEqualTo(SpecFixtures.spec());
    }

    @Test
    void putsAVolumeInThePlaceOfAnother() {
        var first = EditFixtures.volume("cache:/var/cache").applied(SpecFixtures.spec());

        var second = EditFixtures.volume("other:/var/cache:ro").applied(first);

        assertThat(second.volumes()).containsExactly(Volume.parse("other:/var/cache:ro"));
        assertThat(SpecChange.between(first, second))
                .containsExactly(new SpecChange("volume", List.of("cache:/var/cache"), List.of("other:/var/cache:ro")));
        assertThat(EditFixtures.withoutVolume("/var/cache").applied(second).volumes())
                .isEmpty();
    }

    @Test
    void leadsToWhatANewPetWouldBe() {
        var wanted = new CreateRequest(
                null,
                null,
                null,
                null,
                new Home.None(),
                List.of(Volume.parse("bb:/b"), Volume.parse("aa:/a:ro")),
                Map.of("NEW", "1", "SAME", "2"),
                List.of("gcc"),
                true,
                Set.of(Namespace.NET),
                List.of(HTTP),
                List.of("/dev/kvm"),
                true,
                new Limits(1L << 30, 1.5),
                null,
                "web",
                Map.of(),
                true,
                Duration.ofMinutes(1),
                false);
        var before = EditFixtures.volume("aa:/a").applied(SpecFixtures.spec());
        before = EditFixtures.volume("cc:/c").applied(before);
        before = EditFixtures.variable("SAME", "2")
                .applied(EditFixtures.variable("OLD", "0").applied(before));

        var after = PetEdit.towards(before, wanted, Map.of("team", "web")).applied(before);

        assertThat(after.volumes()).containsExactlyInAnyOrderElementsOf(wanted.volumes());
        assertThat(after.environment()).isEqualTo(wanted.environment());
        assertThat(after.labels()).isEqualTo(Map.of("team", "web"));
        assertThat(after.ports()).isEqualTo(wanted.ports());
        assertThat(after.limits()).isEqualTo(wanted.limits());
        assertThat(after.unshared()).isEqualTo(wanted.unshared());
        assertThat(SpecChange.between(
                        after,
                        PetEdit.towards(after, wanted, Map.of("team", "web")).applied(after)))
                .isEmpty();
        var back = CreateRequest.withDefaults();
        assertThat(SpecChange.between(
                        SpecFixtures.spec(),
                        PetEdit.towards(after, back, Map.of()).applied(after)))
                .isEmpty();
    }

    @Test
    void refusesToTakeAwayWhatThePetDoesNotHave() {
        assertThatThrownBy(() -> EditFixtures.withoutVolume("/var/cache").applied(SpecFixtures.spec()))
                .isInstanceOf(NothingToRemove.class)
                .hasMessage("The pet has no volume '/var/cache'");
        assertThatThrownBy(() -> EditFixtures.withoutVariable("EDITOR").applied(SpecFixtures.spec()))
                .hasMessage("The pet has no variable 'EDITOR'");
    }

    @Test
    void refusesPortsOfTheHostsNetwork() {
        var published = publishing(Set.of(Namespace.NET), Set.of()).applied(SpecFixtures.spec());

        assertThat(published.ports()).containsExactly(HTTP);
        assertThatThrownBy(() -> publishing(Set.of(), Set.of()).applied(SpecFixtures.spec()))
                .isInstanceOf(PortsOfTheHost.class);
        assertThatThrownBy(() -> publishing(Set.of(), Set.of(Namespace.NET)).applied(published))
                .isInstanceOf(PortsOfTheHost.class);
    }

    @Test
    void setsAndTakesAwayWhatThereIsOneOf() {
        var set = one(1L << 30, 1.5, "web", Duration.ofMinutes(1)).applied(SpecFixtures.spec());

        assertThat(SpecChange.between(SpecFixtures.spec(), set))
                .containsExactly(
                        new SpecChange("memory", List.of(), List.of("1073741824")),
                        new SpecChange("cpus", List.of(), List.of("1.5")),
                        new SpecChange("hostname", List.of(), List.of("web")),
                        new SpecChange("idle-stop", List.of(), List.of("60s")));
        assertThat(one(0L, 0.0, "", Duration.ZERO).applied(set)).isEqualTo(SpecFixtures.spec());
    }

    private static PetEdit publishing(Set<Namespace> unshared, Set<Namespace> shared) {
        return new PetEdit(
                null,
                List.of(),
                Map.of(),
                null,
                unshared,
                shared,
                List.of(HTTP),
                List.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                PetEdit.Removed.NOTHING);
    }

    private static PetEdit one(long memory, double cpus, String hostname, Duration idleStop) {
        return new PetEdit(
                null,
                List.of(),
                Map.of(),
                null,
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                null,
                memory,
                cpus,
                hostname,
                Map.of(),
                null,
                idleStop,
                PetEdit.Removed.NOTHING);
    }
}
