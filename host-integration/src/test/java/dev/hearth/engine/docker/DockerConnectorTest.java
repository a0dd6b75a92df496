package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.EngineCandidate;
import dev.hearth.engine.EngineConnector;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRestarted;
import dev.hearth.engine.EngineTooOld;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.engine.http.CannedServer;
import dev.hearth.images.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DockerConnectorTest {
    /** How Docker answers when it is asked whether it is there. */
    private static final String PING = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nOK";

    @TempDir
    private Path directory;

    private Path socket = Path.of("/");

    @BeforeEach
    void setUp() {
        socket = directory.resolve("engine.sock");
    }

    @Test
    void recognisesPodmanBehindDockersApi() throws IOException {
        boolean rootless = !Files.getAttribute(directory, "unix:uid").equals(0);

        assertThat(answered(podman("4.3.1")))
                .isEqualTo(new EngineConnector.Answer(EngineKind.PODMAN, "4.3.1", "1.41", rootless));
    }

    @Test
    void speaksTheOldestVersionThatANewDockerStillUnderstands() {
        var version = "{\"Version\": \"29.1.0\", \"ApiVersion\": \"1.52\", \"MinAPIVersion\": \"1.44\"}";
        try (var _ = CannedServer.on(
                socket, PING, CannedServer.json(200, version), CannedServer.json(200, "{\"SecurityOptions\": []}"))) {
            assertThat(connector().ask(socket, EngineKind.DOCKER).apiVersion()).isEqualTo("1.44");
        }
    }

    @Test
    void refusesEnginesThatAreTooOld() {
        assertThatThrownBy(() ->
                        asked("{\"Version\": \"19.03.15\", \"ApiVersion\": \"1.40\", \"MinAPIVersion\": \"1.12\"}"))
                .isInstanceOf(EngineTooOld.class)
                .hasMessage("Docker's API must be at least version 1.41, but is version 1.40");
        assertThatThrownBy(() -> answered(podman("3.4.4")))
                .isInstanceOf(EngineTooOld.class)
                .hasMessage("Podman's API must be at least version 4.0, but is version 3.4.4");
    }

    @Test
    void refusesWhatIsNoEngine() {
        assertThatThrownBy(() -> asked("[]"))
                .isInstanceOf(EngineUnreachable.class)
                .hasMessage("Docker does not answer on '" + socket + "': what answers there is no container engine");
    }

    @Test
    void noticesADaemonThatRestartsInTheMiddleOfAPull() {
        var cut = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1e\r\n{\"status\": \"Downloading\"}     \r\n";
        var reference = ImageReference.parse("quay.io/toolbx/ubuntu-toolbox:24.04");
        try (var server = CannedServer.on(socket, cut)) {
            var images = connector().connect(usable()).images();

            assertThatThrownBy(() -> images.pull(reference, null, _ -> {}))
                    .isInstanceOf(EngineRestarted.class)
                    .hasMessage("Docker ended the connection while it was to pull the image '" + reference + "'");
            assertThat(server.requests().getFirst())
                    .startsWith("POST /v1.41/images/create?fromImage=quay.io%2Ftoolbx%2Fubuntu-toolbox%3A24.04 ");
        }
    }

    private static String podman(String version) {
        return PING.replace("Api-Version", "Libpod-Api-Version: " + version + "\r\nApi-Version");
    }

    private EngineConnector.Answer asked(String version) {
        return answered(PING, CannedServer.json(200, version));
    }

    private EngineConnector.Answer answered(String... answers) {
        try (var _ = CannedServer.on(socket, answers)) {
            return connector().ask(socket, EngineKind.DOCKER);
        }
    }

    private DockerConnector connector() {
        var account = new Account("ada", 1000, 1000, List.of(), "", directory, Path.of("/bin/sh"));
        return new DockerConnector(new Environment(Map.of()), account, new ScriptedProcesses(), Trace.SILENT);
    }

    private EngineCandidate usable() {
        var verdict = new EngineCandidate.Verdict.Usable("20.10.24", "1.41", false);
        return new EngineCandidate(EngineKind.DOCKER, "Docker's socket", "unix://" + socket, verdict);
    }
}
