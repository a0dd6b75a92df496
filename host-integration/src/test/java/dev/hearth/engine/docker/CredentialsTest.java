package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    /** {@code ada:se:cret} */
    private static final String ADA = "YWRhOnNlOmNyZXQ=";

    @TempDir
    private Path directory;

    private final ScriptedProcesses processes = new ScriptedProcesses();

    @Test
    void knowsNothingWithoutALogin() {
        assertThat(sentTo("quay.io")).isEmpty();
    }

    @Test
    void prefersPodmansLoginToDockers() throws IOException {
        write("runtime/containers/auth.json", "{\"auths\": {\"quay.io\": {\"auth\": \"" + ADA + "\"}}}");
        write("home/.docker/config.json", "{\"auths\": {\"quay.io\": {\"auth\": \"b3RoZXI6eA==\"}}}");

        assertThat(sentTo("quay.io"))
                .contains("{\"username\":\"ada\",\"password\":\"se:cret\",\"serveraddress\":\"quay.io\"}");
    }

    @Test
    void findsTheLoginToDockersOwnRegistry() throws IOException {
        write("home/.docker/config.json", "{\"auths\": {\"https://index.docker.io/v1/\": {\"identitytoken\": \"t\"}}}");

        assertThat(sentTo("docker.io"))
                .contains("{\"identitytoken\":\"t\",\"serveraddress\":\"https://index.docker.io/v1/\"}");
    }

    @Test
    void asksTheHelperOfARegistry() throws IOException {
        write("home/.docker/config.json", "{\"credHelpers\": {\"quay.io\": \"safe\"}, \"credsStore\": \"other\"}");
        processes.answer("{\"Username\": \"ada\", \"Secret\": \"x\"}", "docker-credential-safe", "get");

        assertThat(sentTo("quay.io"))
                .contains("{\"username\":\"ada\",\"password\":\"x\",\"serveraddress\":\"quay.io\"}");
        assertThat(processes.ran().getFirst().input()).isEqualTo("quay.io");
    }

    @Test
    void sendsTheTokenThatAHelperKeeps() throws IOException {
        write("home/.docker/config.json", "{\"credsStore\": \"safe\"}");
        processes.answer("{\"Username\": \"<token>\", \"Secret\": \"t\"}", "docker-credential-safe", "get");

        assertThat(sentTo("quay.io")).contains("{\"identitytoken\":\"t\",\"serveraddress\":\"quay.io\"}");
    }

    @Test
    void goesOnWithoutAHelperThatIsMissingOrMalformed() throws IOException {
        write("home/.docker/config.json", "{\"credHelpers\": {\"quay.io\": \"missing\", \"a.io\": \"../x\"}}");

        assertThat(sentTo("quay.io")).isEmpty();
        assertThat(sentTo("a.io")).isEmpty();
        assertThat(processes.ran()).isEmpty();
    }

    private Optional<String> sentTo(String domain) {
        var environment = new Environment(
                Map.of("XDG_RUNTIME_DIR", directory.resolve("runtime").toString()));
        return new Credentials(environment, directory.resolve("home"), processes)
                .header(domain)
                .map(header -> new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
    }

    private void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
