package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A pet whose agent is gone, and flatpak on both sides: its real helper answers on a session bus of the test's own. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
class FlatpakBridgeE2EIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final InstalledHearth hearth = InstalledHearth.on(TestedEngine.DOCKER);
    private final Path socket = hearth.directory().resolve("bus");
    private final String address = "unix:path=" + socket;
    private String pet = "";
    private long bus;

    @BeforeAll
    void replaceTheAgent() throws IOException {
        Needed.programs("dbus-daemon", "flatpak");
        pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "sh", "-c", "apt-get -q update && apt-get -q -y install flatpak-xdg-utils");
        var daemon = List.of("dbus-daemon", "--session", "--address=" + address, "--fork", "--print-pid");
        bus = Long.parseLong(new Programs(hearth.person().environment())
                .run(LIMIT, hearth.directory(), daemon)
                .succeeded()
                .strip());
        takeTheAgentAway();
    }

    @AfterAll
    void removeThePet() throws IOException {
        ProcessHandle.of(bus).ifPresent(ProcessHandle::destroy);
        Files.deleteIfExists(socket);
        hearth.close();
    }

    @Test
    void keepsBytesWordsAndVariables() throws IOException {
        var bytes = new byte[1_000_000];
        new Random(17).nextBytes(bytes);
        var file = Files.write(hearth.append("random", ""), bytes);

        assertThat(run("hearth host cat <%s | sha256sum".formatted(file)).out())
                .isEqualTo(run("sha256sum <%s".formatted(file)).out());
        assertThat(run("hearth host --env 'A=b c\nd' sh -c 'printf \"<%s>\" \"$A\" \"$@\"' sh 'a  b' '' \"x\ny\"")
                        .out())
                .isEqualTo("<b c\nd><a  b><><x\ny>");
        assertThat(run("cd /usr/share; hearth host pwd").out()).isEqualTo("/usr/share\n");
    }

    @Test
    void endsWithTheStatus() {
        var ended = run("for s in 0 1 2 100 128 200 255; do hearth host sh -c \"exit $s\"; echo $?; done;"
                + " hearth host sh -c 'kill -s KILL $$'; echo $?; hearth host no-such-command; echo $?");

        assertThat(ended.out()).isEqualTo("0\n1\n2\n100\n128\n200\n255\n137\n127\n");
        assertThat(ended.err()).isEqualTo("hearth: no-such-command: command not found on the host\n");
    }

    @Test
    void handsSignalsOn() {
        assertThat(run("hearth host sleep 1000 & sleep 1; kill -s TERM $!; wait $!; echo $?")
                        .out())
                .isEqualTo("143\n");
    }

    @Test
    void leavesNothingOnTheHostWhenTheCallerIsKilled() {
        run("hearth host sleep 4712 & sleep 1; kill -s KILL $!");

        Eventually.see(
                "no process of the command",
                () -> ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.endsWith("sleep 4712"))
                        .toList(),
                List::isEmpty);
    }

    @Test
    void keepsTheSameLog() {
        run("hearth host sh -c 'exit 21'");

        assertThat(hearth.hearth("host", "--log").out()).containsPattern(pet + " +21 +sh -c exit 21");
    }

    private void takeTheAgentAway() throws IOException {
        try (var directories = Files.list(Path.of("/run/hearth/bridge"))) {
            for (var directory : directories.filter(this::isThePets).toList()) {
                var agent = Files.readString(directory.resolve("agent")).split(" ", 2)[0];
                ProcessHandle.of(Long.parseLong(agent)).ifPresent(ProcessHandle::destroy);
                Eventually.see("no agent", () -> Files.exists(directory), there -> !there);
                // What is left of a host that was cut off: the pet's link leads nowhere.
            }
        }
    }

    private boolean isThePets(Path directory) {
        try {
            return Files.exists(directory.resolve("brief"))
                    && Files.readString(directory.resolve("brief")).startsWith("pet " + pet + "\n");
        } catch (IOException e) {
            return false;
        }
    }

    /** By the engine's own client: hearth would start the agent again. */
    private Ended run(String script) {
        var variables = Stream.of("--env", "DBUS_SESSION_BUS_ADDRESS=" + address, pet, "sh", "-c", script);
        return hearth.client(Stream.concat(Stream.of("exec"), variables).toArray(String[]::new));
    }
}
