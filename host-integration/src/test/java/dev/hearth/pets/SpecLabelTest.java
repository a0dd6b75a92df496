package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.images.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecLabelTest {
    private static final Path RELEASED = Path.of("src/test/resources/dev/hearth/releases/0.1.0");

    @Test
    void readsBackWhatItWrote() {
        var spec = new PetSpec(
                1000,
                "quay.io/toolbx/ubuntu-toolbox:24.04",
                "sha256:abc",
                new Home.Directory(Path.of("/srv/home with spaces")),
                List.of(new Volume("/data", ContainerPath.of("/data"), true), Volume.parse("cache:/var/cache")),
                Map.of("GREETING", "hello \"world\"\n=ü"),
                List.of("gdb", "make"),
                true,
                Set.of(Namespace.NET, Namespace.DEVICES),
                List.of(new PublishedPort("127.0.0.1", 8080, 80, "tcp")),
                List.of("/dev/kvm"),
                true,
                new Limits(2_000_000_000L, 1.5),
                Platform.linux("arm64"),
                "workshop",
                Map.of("team", "compilers"),
                true,
                Duration.ofMinutes(30),
                true,
                Instant.parse("2026-01-02T03:04:05Z"));

        assertThat(SpecLabel.read("dev", SpecLabel.write(spec))).isEqualTo(spec);
    }

    @Test
    void readsBackASpecificationOfDefaults() {
        assertThat(SpecLabel.read("dev", SpecLabel.write(SpecFixtures.spec()))).isEqualTo(SpecFixtures.spec());
    }

    @Test
    void readsBackByWhatAnOverlayIsKnown() {
        var spec = SpecFixtures.spec(new Home.Overlay("hearth-home-1000-dev-1"));

        assertThat(SpecLabel.read("dev", SpecLabel.write(spec))).isEqualTo(spec);
    }

    @Test
    void readsWhatThePreviousReleaseWrote() throws IOException {
        var spec = SpecLabel.read("dev", released("pet.json"));

        assertThat(spec.image()).isEqualTo("quay.io/toolbx/ubuntu-toolbox:24.04");
        assertThat(spec.home()).isEqualTo(new Home.Directory(Path.of("/srv/home with spaces")));
        assertThat(spec.volumes())
                .containsExactly(
                        new Volume("/data", ContainerPath.of("/data"), true), Volume.parse("cache:/var/cache"));
        assertThat(spec.unshared()).containsExactlyInAnyOrder(Namespace.NET, Namespace.DEVICES);
        assertThat(spec.ports()).containsExactly(new PublishedPort("127.0.0.1", 8080, 80, "tcp"));
        assertThat(spec.limits()).isEqualTo(new Limits(2_000_000_000L, 1.5));
        assertThat(spec.platform()).isEqualTo(Platform.linux("arm64"));
        assertThat(spec.idleStop()).isEqualTo(Duration.ofMinutes(30));
        assertThat(spec.withEngine() && spec.autostart() && spec.init() && spec.ephemeral())
                .isTrue();
        assertThat(spec.created()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void readsADefaultPetOfThePreviousRelease() throws IOException {
        assertThat(SpecLabel.read("dev", released("pet-of-defaults.json")).home())
                .isEqualTo(Home.parse("shared"));
    }

    private static String released(String name) throws IOException {
        return Files.readString(RELEASED.resolve(name));
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        var label = SpecLabel.write(SpecFixtures.spec()).replaceFirst("\\{", "{\"colour\":\"red\",");

        assertThat(SpecLabel.read("dev", label)).isEqualTo(SpecFixtures.spec());
    }

    @Test
    void refusesANewerSchemaAndNamesTheHearthThatItTakes() {
        var label = SpecLabel.write(SpecFixtures.spec())
                .replace("\"schema\":1,\"needs\":\"0.1.0\"", "\"schema\":7,\"needs\":\"0.9.0\"");

        assertThatThrownBy(() -> SpecLabel.read("dev", label))
                .isInstanceOf(UnreadableSpec.class)
                .hasMessage("The pet 'dev' was made by a newer hearth, and takes hearth 0.9.0 or later (its"
                        + " specification has schema 7, this hearth knows 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "[]",
                "{}",
                "{\"schema\":1}",
                "{\"schema\":1,\"owner\":\"root\"}",
                "no json",
                "{\"schema\":"
            })
    void refusesWhatIsNoSpecification(String label) {
        assertThatThrownBy(() -> SpecLabel.read("dev", label))
                .isInstanceOf(UnreadableSpec.class)
                .hasMessage("The container 'dev' has a malformed label 'dev.hearth.spec'");
    }
}
