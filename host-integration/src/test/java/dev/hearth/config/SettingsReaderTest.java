package dev.hearth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.bridge.BusName;
import dev.hearth.bridge.HostCommands;
import dev.hearth.bridge.PetRights;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.OsRelease;
import dev.hearth.core.yaml.YamlFileUnreadable;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.InvalidEngine;
import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.Home;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    private static final Path RELEASED = Path.of("src/test/resources/dev/hearth/releases/0.1.0");

    @TempDir
    Path user;

    @TempDir
    Path system;

    @Test
    void knowsWhatHoldsWithoutAnyFile() {
        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        new Setting<>("image", null, Origin.BUILT_IN),
                        new Setting<>("distribution", null, Origin.BUILT_IN),
                        new Setting<>("release", null, Origin.BUILT_IN),
                        new Setting<>("engine", null, Origin.BUILT_IN),
                        new Setting<>("home", new Home.Shared(), Origin.BUILT_IN),
                        new Setting<>("volumes", List.of(), Origin.BUILT_IN),
                        new Setting<>("environment", Map.of(), Origin.BUILT_IN),
                        new Setting<>("default", null, Origin.BUILT_IN),
                        new Setting<>("host-commands", new HostCommands.Everything(), Origin.BUILT_IN),
                        new Setting<>("pets", Map.of(), Origin.BUILT_IN)));
    }

    @Test
    void readsAllThatThePreviousReleaseKnew() throws IOException {
        write(user, Files.readString(RELEASED.resolve("config.yaml")));

        var settings = read(Map.of());

        assertThat(settings.engine().value()).isEqualTo("podman");
        assertThat(settings.home().value()).isEqualTo(new Home.None());
        assertThat(settings.volumes().value()).containsExactly(Volume.parse("/data:/data:ro"));
        assertThat(settings.environment().value()).isEqualTo(Map.of("EDITOR", "vim"));
        assertThat(settings.hostCommands().origin()).isEqualTo(line(user, 11));
    }

    @Test
    void prefersTheUsersFileKeyByKey() throws IOException {
        write(system, """
                distribution: debian
                release: 12
                volumes: [/srv]
                """);
        write(user, """
                # mine
                volumes:
                  - /data:/data:ro
                environment:
                  EDITOR: vim
                  EMPTY: ""
                default: dev
                home: none
                image: quay.io/toolbx/ubuntu-toolbox:24.04
                """);

        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        new Setting<>(
                                "image", ImageReference.parse("quay.io/toolbx/ubuntu-toolbox:24.04"), line(user, 9)),
                        new Setting<>("distribution", "debian", line(system, 1)),
                        new Setting<>("release", "12", line(system, 2)),
                        new Setting<>("engine", null, Origin.BUILT_IN),
                        new Setting<>("home", new Home.None(), line(user, 8)),
                        new Setting<>(
                                "volumes",
                                List.of(new Volume("/data", ContainerPath.of("/data"), true)),
                                line(user, 3)),
                        new Setting<>("environment", Map.of("EDITOR", "vim", "EMPTY", ""), line(user, 5)),
                        new Setting<>("default", PetName.parse("dev"), line(user, 7)),
                        new Setting<>("host-commands", new HostCommands.Everything(), Origin.BUILT_IN),
                        new Setting<>("pets", Map.of(), Origin.BUILT_IN)));
    }

    @Test
    void readsWhatPetsMayRunOnTheHost() throws IOException {
        write(system, "host-commands: nothing\n");

        assertThat(read(Map.of()).hostCommands())
                .isEqualTo(new Setting<>("host-commands", new HostCommands.Only(List.of()), line(system, 1)));

        write(user, "host-commands: [/usr/bin/xdg-open, /usr/bin/podman]\n");

        assertThat(read(Map.of()).hostCommands())
                .isEqualTo(new Setting<>(
                        "host-commands",
                        new HostCommands.Only(List.of("/usr/bin/xdg-open", "/usr/bin/podman")),
                        line(user, 1)));
    }

    @Test
    void readsWhatIsSettledOfSinglePets() throws IOException {
        write(user, """
                pets:
                  sandbox:
                    host-commands: [/usr/bin/notify-send]
                    session-bus: [org.freedesktop.Notifications, org.freedesktop.portal.*]
                  dev:
                    host-commands: nothing
                """);

        assertThat(read(Map.of()).pets().value())
                .containsOnly(
                        Map.entry(
                                "sandbox",
                                new PetRights(
                                        new HostCommands.Only(List.of("/usr/bin/notify-send")),
                                        List.of(
                                                new BusName("org.freedesktop.Notifications"),
                                                new BusName("org.freedesktop.portal.*")))),
                        Map.entry("dev", new PetRights(new HostCommands.Only(List.of()), List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {1x: {}}                      | "1x"
            {dev: {image: debian}}        | "image"
            {dev: {session-bus: [bus]}}   | "bus" is not the name of a service on the bus
            {dev: {host-commands: [sh]}}  | "sh" is not the path of a program
            """)
    void refusesWhatCannotBeSettledOfAPet(String pets, String told) throws IOException {
        write(user, "pets: " + pets + "\n");

        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining(told.replace('"', '\''));
    }

    @Test
    void refusesHostCommandsThatAreNoPaths() throws IOException {
        write(user, "host-commands: [podman]\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(user.resolve("config.yaml") + ":1: 'host-commands' is wrong: 'podman' is not the path of a"
                        + " program");
    }

    @Test
    void takesTheEngineFromTheEnvironmentFirst() throws IOException {
        write(user, "engine: docker\n");

        assertThat(read(Map.of("HEARTH_ENGINE", "podman")).engine())
                .isEqualTo(new Setting<>("engine", "podman", new Origin("the variable HEARTH_ENGINE")));
        assertThat(read(Map.of("HEARTH_ENGINE", "")).engine())
                .isEqualTo(new Setting<>("engine", "docker", line(user, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imgae: a        | :1:1: The key 'imgae' is unknown                        | Did you mean 'image'?",
                "colour: red     | :1:1: The key 'colour' is unknown                       | Use one of: default, "
                        + "distribution, engine, environment, home, host-commands, image, pets, release, volumes.",
                "volumes: /data  | :1:10: 'volumes' must be a list, not text               | Write `[ONE, TWO]`, "
                        + "or each entry on a line of its own after a dash.",
                "image: [a]      | :1:8: 'image' must be text, not a list                  |",
                "default: 7up    | :1: 'default' is wrong: '7up' cannot be a pet's name    | Use a letter, then 1 to "
                        + "62 letters, digits, dots, dashes or underscores.",
                "home: away      | :1: 'home' is wrong: 'away' names no home               | Write 'shared', "
                        + "'overlay', 'none' or an absolute path.",
                "volumes: [data] | :1: 'volumes' is wrong: 'data' describes no volume      | Write "
                        + "/HOST/PATH[:/PET/PATH[:ro]] or VOLUME-NAME:/PET/PATH[:ro].",
                "environment: {A: } | :1:17: 'A' must be text, not nothing | Write \"\" for an empty text, or remove it.",
                "environment: [A=b] | :1:14: 'environment' must be a map, not a list | Write `KEY: VALUE`, each on a "
                        + "line of its own.",
                "environment: {A: 1, A: 2} | :1:21: The key 'A' is here again, after line 1 | Remove one of the two.",
                "release: &r 12 | :1:10: Anchors (&r) are not supported | Remove it.",
                "environment: {A-B: c} | :1: 'environment' is wrong: 'A-B' cannot be the name of an environment "
                        + "variable | Write NAME=VALUE; a name has letters, digits and underscores and starts with "
                        + "no digit.",
            })
    void saysWhereAFileIsWrongAndWhatWasMeant(String text, String message, String hint) throws IOException {
        write(user, text);

        assertThatThrownBy(() -> read(Map.of())).isInstanceOfSatisfying(Failure.Invalid.class, failure -> {
            assertThat(failure.message()).isEqualTo(user.resolve("config.yaml") + message);
            assertThat(failure.hint()).isEqualTo(Optional.ofNullable(hint));
        });
    }

    @ParameterizedTest
    @CsvSource({"foo, names no container engine", "unix://run/x.sock, is not the absolute path of a socket"})
    void saysWhoAsksForWhatIsNoEngine(String engine, String reason) throws IOException {
        write(user, "# mine\nengine: " + engine + "\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(InvalidEngine.class)
                .hasMessage("'%s', from %s, %s", engine, line(user, 2), reason);
        assertThatThrownBy(() -> read(Map.of("HEARTH_ENGINE", engine)))
                .isInstanceOf(InvalidEngine.class)
                .hasMessage("'%s', from the variable HEARTH_ENGINE, %s", engine, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distribution: nonsense   | :2: 'distribution' is wrong: There is no distribution 'nonsense' in the catalogue",
                "distribution: ''         | :2: 'distribution' is wrong: There is no distribution '' in the catalogue",
                "release: trixie bookworm | :2: 'release' is wrong: 'trixie bookworm' is not a release of Debian"
            })
    void saysWhereADistributionIsWrong(String text, String message) throws IOException {
        write(user, "# mine\n" + text);
        var host = new OsRelease("debian", List.of(), "12", "bookworm", "Debian");

        assertThatThrownBy(() -> read(Map.of()).requireKnown(Catalogue.load(List.of()), host))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(user.resolve("config.yaml") + message);
    }

    @Test
    void doesNotPassOverAFileThatCannotBeRead() throws IOException {
        Files.createSymbolicLink(user.resolve("config.yaml"), user.resolve("gone.yaml"));

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(YamlFileUnreadable.class)
                .hasMessage("The file '%s' cannot be read: there is none", user.resolve("config.yaml"));
    }

    @Test
    void needsNoDirectories() {
        var nowhere = Path.of("/dev/null/hearth");

        assertThat(new SettingsReader(nowhere, nowhere, new Environment(Map.of())).read())
                .isEqualTo(read(Map.of()));
    }

    private Settings read(Map<String, String> environment) {
        return new SettingsReader(user, system, new Environment(environment)).read();
    }

    private static Origin line(Path directory, int line) {
        return new Origin(directory.resolve("config.yaml") + ":" + line);
    }

    private static void write(Path directory, String text) throws IOException {
        Files.writeString(directory.resolve("config.yaml"), text);
    }
}
