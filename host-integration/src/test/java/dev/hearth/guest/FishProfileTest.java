package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The variables of a fish inside, which lives longer than the login that it was opened in. */
class FishProfileTest {
    @TempDir
    private Path runtime;

    private Path record = Path.of("/");

    @BeforeEach
    void startRecord() throws IOException {
        Needed.programs("fish");
        record = Files.createDirectory(runtime.resolve("hearth")).resolve("session");
    }

    @Test
    void fillsInWhatAnotherProgramLeftOut() throws IOException {
        Files.writeString(record, "KRB5CCNAME=KCM:1000\nXDG_SESSION_ID=7\n");

        assertThat(fish("echo $KRB5CCNAME $XDG_SESSION_ID")).isEqualTo("KCM:1000 7\n");
        assertThat(fish("echo \"<$KRB5CCNAME>\"", "HEARTH_SESSION", "abc")).isEqualTo("<>\n");
    }

    @Test
    void followsALaterLoginBeforeThePrompt() throws IOException {
        var agent = runtime.resolve("agent-2");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(agent));

            var said = fish(
                    "echo SSH_AUTH_SOCK=%s >%s; emit fish_prompt; readlink -f $SSH_AUTH_SOCK".formatted(agent, record),
                    "SSH_AUTH_SOCK",
                    runtime.resolve("agent-1").toString(),
                    "HEARTH_SESSION",
                    "abc");

            assertThat(said).isEqualTo(agent.toRealPath() + "\n");
        }
    }

    private String fish(String line, String... variables) {
        var script = "set -g __hearth_here %1$s; source %1$s/profile.fish; %2$s".formatted(Shell.scripts(), line);
        var command = Command.of("fish", "--no-config", "--interactive", "--command", script)
                .withEnvironment("XDG_RUNTIME_DIR", runtime.toString())
                .withEnvironment("HOME", runtime.toString())
                .withEnvironment("TERM", "dumb")
                .withEnvironment("PATH", "/usr/bin:/bin");
        for (int i = 0; i < variables.length; i += 2) {
            command = command.withEnvironment(variables[i], variables[i + 1]);
        }
        return Shell.processes().run(command).orThrow().out();
    }
}
