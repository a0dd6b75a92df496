package dev.hearth.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPathsTest {
    private static final Account USER = account(1000, "/home/user");

    @Test
    void liesBelowTheHomeWhereNothingElseIsSaid() {
        assertThat(HostPaths.from(new Environment(Map.of()), USER))
                .isEqualTo(new HostPaths(
                        Path.of("/home/user/.config/hearth"),
                        Path.of("/etc/hearth"),
                        Path.of("/home/user/.local/state/hearth"),
                        Path.of("/home/user/.cache/hearth"),
                        Path.of("/tmp/hearth-runtime-1000/hearth")));
    }

    @Test
    void followsTheEnvironment() {
        var environment = new Environment(Map.of(
                "XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "XDG_CACHE_HOME", "/k", "XDG_RUNTIME_DIR", "/r"));

        assertThat(HostPaths.from(environment, USER))
                .isEqualTo(new HostPaths(
                        Path.of("/c/hearth"),
                        Path.of("/etc/hearth"),
                        Path.of("/s/hearth"),
                        Path.of("/k/hearth"),
                        Path.of("/r/hearth")));
    }

    @Test
    void ignoresEmptyAndRelativePaths() {
        var environment = new Environment(Map.of("XDG_CONFIG_HOME", "", "XDG_STATE_HOME", "state"));

        assertThat(HostPaths.from(environment, USER)).isEqualTo(HostPaths.from(new Environment(Map.of()), USER));
    }

    @Test
    void keepsOneRuntimeDirectoryForRootHoweverItCame() {
        var environment = new Environment(Map.of("XDG_RUNTIME_DIR", "/run/user/1000"));

        assertThat(HostPaths.from(environment, account(0, "/root")).runtime()).isEqualTo(Path.of("/run/hearth"));
    }

    @Test
    void refusesARuntimeDirectoryThatIsNone(@TempDir Path directory) throws IOException {
        var owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var link = Files.createSymbolicLink(directory.resolve("link"), directory);

        assertThatCode(() -> requireRuntime("", 1000)).doesNotThrowAnyException();
        assertThatCode(() -> requireRuntime(link.toString(), owner)).doesNotThrowAnyException();
        assertThatCode(() -> requireRuntime("/proc/none", 0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> requireRuntime("/proc/none", 1000))
                .isInstanceOfSatisfying(InvalidRuntimeDirectory.class, failure -> {
                    assertThat(failure.message())
                            .isEqualTo("XDG_RUNTIME_DIR names '/proc/none', which is no directory");
                    assertThat(failure.hint()).hasValue("Unset it, or set it as a login does, to '/run/user/1000'.");
                });
        assertThatThrownBy(() -> requireRuntime(directory.toString(), owner + 1))
                .hasMessage("XDG_RUNTIME_DIR names '" + directory + "', which is not yours");
    }

    private static void requireRuntime(String directory, long uid) {
        var environment = new Environment(Map.of("XDG_RUNTIME_DIR", directory));
        HostPaths.requireSessionRuntime(environment, account(uid, "/home/user"));
    }

    private static Account account(long uid, String home) {
        return new Account("user", uid, uid, List.of(), "", Path.of(home), Path.of("/bin/sh"));
    }
}
