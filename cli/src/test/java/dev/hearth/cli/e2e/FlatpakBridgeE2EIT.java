package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands on the host without hearth's agent: flatpak's real helper answers on a session bus of the test's own. */
class FlatpakBridgeE2EIT extends HostCallContract {
    private final Path socket = hearth.directory().resolve("bus");
    private final String address = "unix:path=" + socket;
    private String pet = "";
    private long bus;

    FlatpakBridgeE2EIT() {
        super(TestedEngine.DOCKER);
    }

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
    void endTheBus() throws IOException {
        ProcessHandle.of(bus).ifPresent(ProcessHandle::destroy);
        Files.deleteIfExists(socket);
    }

    /** By the engine's own client: hearth would start the agent again. */
    @Override
    Ended inPet(String script) {
        return hearth.client("exec", "--env", "DBUS_SESSION_BUS_ADDRESS=" + address, pet, "sh", "-c", script);
    }

    @Override
    String atTerminal(String command) {
        return "docker --host %s exec -it --env TERM --env DBUS_SESSION_BUS_ADDRESS=%s %s %s"
                .formatted(TestedEngine.DOCKER.address(), address, pet, command);
    }

    @Test
    void handsOnVariables() {
        assertThat(run("hearth host --env 'A=b c\nd' sh -c 'printf \"<%s>\" \"$A\"'"))
                .isEqualTo("<b c\nd>");
    }

    @Test
    void keepsTheSameLog() {
        run("hearth host sh -c 'exit 21' || :");

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
}
