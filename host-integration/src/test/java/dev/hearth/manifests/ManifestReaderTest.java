package dev.hearth.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.exports.ExportKind;
import dev.hearth.images.Platform;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Volume;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
    private static final PetName DEV = new PetName("dev");

    private final ManifestReader reader =
            new ManifestReader(Path.of("/home/ada"), new Environment(Map.of("LANG", "C.UTF-8")));

    @Test
    void readsAllThatAPetCanBe() {
        var manifest = read("""
                pets:
                  dev:
                    image: debian:12
                    home: none
                    volumes: [./data:/data:ro, ~/.ssh:/ssh, cache:/var/cache/x]
                    environment: {EDITOR: vim, LANG: , PORT: 80}
                    packages: [gcc]
                    init: true
                    unshare: [net]
                    publish: ["127.0.0.1:8080:80"]
                    devices: [/dev/kvm]
                    with-engine: true
                    memory: 2g
                    cpus: 1.5
                    platform: linux/arm64
                    hostname: box
                    labels: {team: web}
                    autostart: true
                    idle-stop: 30m
                    exports:
                      bin: [gcc, {python3: python3.13}]
                      app: [gedit]
                      terminal: true
                    hooks: ["touch /hooked"]
                """);

        assertThat(manifest.pets())
                .containsExactly(new DeclaredPet(
                        DEV,
                        new CreateRequest(
                                DEV,
                                "debian:12",
                                null,
                                null,
                                new Home.None(),
                                List.of(
                                        Volume.parse("/src/web/data:/data:ro"),
                                        Volume.parse("/home/ada/.ssh:/ssh"),
                                        Volume.parse("cache:/var/cache/x")),
                                Map.of("EDITOR", "vim", "LANG", "C.UTF-8", "PORT", "80"),
                                List.of("gcc"),
                                true,
                                Set.of(Namespace.NET),
                                List.of(new PublishedPort("127.0.0.1", 8080, 80, "tcp")),
                                List.of("/dev/kvm"),
                                true,
                                new Limits(2L << 30, 1.5),
                                Platform.parse("linux/arm64"),
                                "box",
                                Map.of("team", "web"),
                                true,
                                Duration.ofMinutes(30),
                                false),
                        List.of(
                                new DeclaredExport(ExportKind.APP, "gedit", null),
                                new DeclaredExport(ExportKind.BIN, "gcc", null),
                                new DeclaredExport(ExportKind.BIN, "python3", "python3.13"),
                                new DeclaredExport(ExportKind.APP, "", null)),
                        List.of("touch /hooked")));
    }

    @Test
    void leavesOutWhatTheFileLeavesOut() {
        var manifest = read("pets: {dev: {}}\n");

        assertThat(manifest.pets())
                .containsExactly(
                        new DeclaredPet(DEV, CreateRequest.withDefaults().named(DEV), null, List.of()));
    }

    @Test
    void writesWhatItReadsBackAsTheSame() {
        var manifest = read("""
                pets:
                  dev:
                    distribution: debian
                    release: "12"
                    home: overlay
                    volumes: [/srv:/srv:ro]
                    environment: {A: "yes", B: "1:2 # x", C: ""}
                    unshare: [net, ipc]
                    publish: ["53:53/udp"]
                    memory: 512m
                    idle-stop: 1h30m
                    exports: {bin: [{python3: py}], service: []}
                    hooks: ["a && b", "printf '%s\\n' x"]
                  lab: {exports: {}}
                """);

        assertThat(read(ManifestText.of(manifest.pets())).pets()).isEqualTo(manifest.pets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pets: []                            | 1:7: 'pets' must be a map, not a list",
                "pet: {}                             | 1:1: The key 'pet' is unknown",
                "pets: {dev: {immage: x}}            | 1:14: The key 'immage' is unknown",
                "pets: {dev: {volumes: /srv}}        | 1:23: 'volumes' must be a list, not text",
                "pets: {dev: {init: yes}}            | 1:20: 'init' must be true or false, not 'yes'",
                "pets: {dev: {hooks: [{a: b}]}}      | 1:22: An entry of 'hooks' must be text, not a map",
                "pets: {dev: {hooks: [\"a\\e[2Kb\"]}}  | 1:22: An entry of 'hooks' has characters that nobody sees",
                "pets: {dev: {hooks: [\"a\u202eb\"]}}  | 1:22: An entry of 'hooks' has characters that nobody sees",
                "pets: {dev: {volumes: [data]}}      | 1:24: An entry of 'volumes' is wrong: ",
                "pets: {dev: {volumes: [/x:/proc]}}  | 1:24: An entry of 'volumes' is wrong: ",
                "pets: {dev: {memory: lots}}         | 1:22: 'memory' is wrong: 'lots' is not an amount of memory",
                "pets: {dev: {publish: [80:80]}}     | 1:23: 'publish' needs a network of the pet's own",
                "pets: {dev: {image: a, release: 1}} | 1:21: 'image' is asked for beside a distribution or release",
                "pets: {dev: {labels: {dev.hearth.spec: x}}} | 1:23: 'dev.hearth.spec' is wrong: ",
                "pets: {dev: {environment: {NO: }}}  | 1:28: 'NO' is wrong: ",
                "pets: {dev: {exports: {bin: [{a: ../b}]}}} | 1:34: 'a' is wrong: ",
                "pets: {dev: {exports: {prog: [a]}}} | 1:24: The key 'prog' is unknown",
                "pets: {d: {}}                       | 1:8: The name of a pet is wrong: ",
                "pets: {dev: {}, dev: {}}            | 1:17: The key 'dev' is here again",
                "pets: {dev: &a {}, lab: *a}         | 1:13: Anchors (&a) are not supported",
                "pets: {dev: *a}                     | 1:13: Aliases (*name) are not supported",
                "pets: {dev: !!java {}}              | 1:13: Tags (!name) are not supported",
                "pets: {dev                          | This is not YAML"
            })
    void refusesWithThePlaceAndTheReason(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(YamlError.class)
                .hasMessageStartingWith("/src/web/hearth.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        assertThatThrownBy(() -> read("pets: {dev: {enviroment: {}}}"))
                .isInstanceOfSatisfying(
                        YamlError.class, e -> assertThat(e.hint()).hasValue("Did you mean 'environment'?"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100_000})
    void refusesValuesThatAreNestedTooDeep(int depth) {
        assertThatThrownBy(() -> read("pets: " + "[".repeat(depth) + "]".repeat(depth)))
                .isInstanceOf(YamlError.class);
    }

    private Manifest read(String text) {
        return reader.read(new ProjectFile(Path.of("/src/web/hearth.yaml"), text));
    }
}
