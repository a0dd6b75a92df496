package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The little that pets with another home may do on the host, and what they try beyond that: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class SeparateBridgeContract {
    private final InstalledHearth hearth;
    private String pet = "";

    SeparateBridgeContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createThePet() {
        pet = hearth.create(TestedEngine.image(), "--home=none");
    }

    @BeforeEach
    void allowPrintenv() throws IOException {
        configure("pets: {%s: {host-commands: [/usr/bin/printenv, /usr/bin/pwd]}}\n".formatted(pet));
    }

    @AfterAll
    void removeThePet() throws IOException {
        Files.deleteIfExists(configuration());
        hearth.close();
    }

    @Test
    void mayRunNothingThatIsNotListedForIt() throws IOException {
        configure("host-commands: everything\n");
        var other = hearth.create(TestedEngine.image(), "--home=none");

        var ended = inPet(other, "ls -A /run/host/bridge; hearth host true");

        assertThat(ended.status()).isEqualTo(125);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .endsWith(
                        "hearth: This pet may run nothing on the host: its home is another, and the configuration there"
                                + " names nothing\n");
        assertThat(hearth.hearth("show", other).out()).containsPattern("On the host: +nothing\n");

        // What was asked for later needs no other container.
        configure("pets: {%s: {host-commands: [/usr/bin/printenv]}}\n".formatted(other));
        assertThat(hearth.run(other, "sh", "-c", "hearth host printenv LANG")).isEqualTo("C.UTF-8\n");
        assertThat(hearth.hearth("show", other).out()).containsPattern("On the host: +/usr/bin/printenv\n");
    }

    @Test
    void getsNeitherAnEnvironmentNorOtherCommands() {
        var ended = inPet(
                pet,
                "hearth host --env LD_PRELOAD=/x.so --env MINE=1 printenv LD_PRELOAD MINE; hearth host id; echo $?;"
                        + " hearth host sh -c id; echo $?; command -v xdg-open");

        assertThat(ended.out()).isEqualTo("126\n126\n");
        assertThat(ended.err()).contains("'%s' may not run /usr/bin/id on the host".formatted(pet));
    }

    @Test
    void startsWhereTheHostHasTheSameDirectory() {
        assertThat(hearth.run(
                        pet, "sh", "-c", "cd /usr/share; hearth host pwd; mkdir -p ~/mine; cd ~/mine; hearth host pwd"))
                .isEqualTo("/usr/share\n%s\n".formatted(hearth.person().home()));
    }

    @Test
    void makesAndReplacesNothingThatTheHostReads() throws IOException {
        var secret = hearth.append("untouched", "untouched\n");
        var tried = """
                cd -P /run/hearth/bridge || exit
                mkfifo made; ln -s %1$s made; mkdir made; : >made
                rm -f calls; mv calls other; chmod 777 calls; chmod 777 .; ln -sf %1$s calls; mknod made c 1 1
                mount -o remount,rw /run/host/bridge; umount /run/host/bridge
                """.formatted(secret);
        hearth.run(pet, "sh", "-c", "hearth host pwd");

        inPet(pet, tried + "sudo sh -c '" + tried + "'");

        assertThat(hearth.run(pet, "sh", "-c", "ls -A /run/hearth/bridge/; hearth host printenv LANG"))
                .isEqualTo("calls\nC.UTF-8\n");
        assertThat(Files.readString(secret)).isEqualTo("untouched\n");
    }

    @Test
    void makesTheHostNeitherWriteNorWaitElsewhere() throws IOException {
        var secret = hearth.append("kept", "kept\n");
        // Calls whose pipes nobody ever opens, a call by names that are none, and requests of another shape.
        inPet(pet, """
                cd /run/hearth/bridge
                i=0; while [ $i -lt 20 ]; do echo open$i >calls; i=$((i + 1)); done
                printf '../%s\\n/etc/passwd\\n..\\n.\\n%0200d\\n' x 1 >calls
                echo odd >calls; until [ -p odd/request ]; do sleep 0.1; done
                printf 'word /usr/bin/printenv\\nword $(touch %s)\\ndirectory `id`\\nfoo\\n\\\\x' >odd/request
                """.replace("%s)", secret + ")"));

        assertThat(hearth.run(pet, "sh", "-c", "hearth host printenv LANG")).isEqualTo("C.UTF-8\n");
        assertThat(Files.readString(secret)).isEqualTo("kept\n");
        Eventually.see("no call", () -> calls(), List::isEmpty);
    }

    @Test
    void seesNoOtherPetsWay() {
        var other = hearth.create(TestedEngine.image(), "--home=none");
        hearth.run(pet, "true");

        assertThat(hearth.run(other, "sh", "-c", "ls -A /run/host/bridge /run/hearth/bridge 2>/dev/null; true"))
                .doesNotContain("calls");
    }

    @Test
    void talksOnTheSessionsBusOnlyToThoseThatAreListedForIt() throws IOException {
        Needed.programs("dbus-daemon", "xdg-dbus-proxy", "flatpak");
        var other = hearth.newPet();
        configure("pets: {%s: {session-bus: [org.freedesktop.portal.*]}}\n".formatted(other));
        var bus = startBus();
        try {
            hearth.hearthWith(bus, "create", other, "--image", TestedEngine.image(), "--home=none")
                    .succeeded();
            hearth.run(other, "sh", "-c", "sudo apt-get -q update && sudo apt-get -q -y install dbus");
            hearth.run(other, "sh", "-c", "until [ -S /run/hearth/bridge/bus ]; do sleep 0.1; done");

            assertThat(version(other, "org.freedesktop.portal.Flatpak", "/org/freedesktop/portal/Flatpak"))
                    .contains("uint32");
            assertThat(version(other, "org.freedesktop.Flatpak", "/org/freedesktop/Flatpak/Development"))
                    .contains("org.freedesktop.DBus.Error.");
            assertThat(version(other, "org.freedesktop.systemd1", "/org/freedesktop/systemd1"))
                    .contains("org.freedesktop.DBus.Error.");
            assertThat(hearth.hearth("doctor", other).out()).contains("Filtered session bus: org.freedesktop.portal.*");

            // Less, without another container, at the next entry.
            configure("pets: {%s: {session-bus: [org.example.Other]}}\n".formatted(other));
            Eventually.see(
                    "a refusal",
                    () -> version(other, "org.freedesktop.portal.Flatpak", "/org/freedesktop/portal/Flatpak"),
                    said -> said.contains("org.freedesktop.DBus.Error."));
        } finally {
            ProcessHandle.of(Long.parseLong(bus.get("IT_BUS"))).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void losesItsDirectoryWithItself() {
        var other = hearth.create(TestedEngine.image(), "--home=none");
        int before = doors().size();

        hearth.hearth("edit", other, "--env", "A=B", "--yes").succeeded();
        assertThat(doors()).hasSize(before);

        hearth.hearth("rm", "--force", other).succeeded();
        assertThat(doors()).hasSize(before - 1);
    }

    /** {@return the variables of a login whose bus that is} */
    private Map<String, String> startBus() {
        var address = "unix:path=" + hearth.directory().resolve("bus");
        var daemon = List.of("dbus-daemon", "--session", "--address=" + address, "--fork", "--print-pid");
        var pid = new Programs(hearth.person().environment())
                .run(Duration.ofMinutes(1), hearth.directory(), hearth.person().saying(daemon))
                .succeeded()
                .strip();
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address, "IT_BUS", pid);
    }

    private String version(String name, String service, String path) {
        var part = service.equals("org.freedesktop.Flatpak") ? service + ".Development" : service;
        return hearth.run(
                name,
                "sh",
                "-c",
                "dbus-send --session --print-reply --dest=" + service + " " + path
                        + " org.freedesktop.DBus.Properties.Get string:" + part + " string:version 2>&1 || :");
    }

    private List<Path> doors() {
        return children(hearth.person().home().resolve(".local/state/hearth/doors"));
    }

    /** {@return what is there of calls of the pets that run} */
    private List<Path> calls() {
        return doors().stream()
                .flatMap(door -> children(door).stream())
                .flatMap(run -> children(run).stream())
                .filter(file -> !file.endsWith("calls"))
                .toList();
    }

    private Ended inPet(String name, String script) {
        return hearth.hearth("run", "-c", name, "sh", "-c", script);
    }

    private Path configuration() {
        return hearth.person().home().resolve(".config/hearth/config.yaml");
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(configuration().getParent());
        Files.writeString(configuration(), text);
    }

    private static List<Path> children(Path directory) {
        try (var files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
