package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSystemdTest {
    @TempDir
    Path root;

    @Test
    void doesNotRunWithoutALogin() {
        assertThat(read(Map.of())).isEqualTo(new UserSystemd(false, false));
        assertThat(read(Map.of("XDG_RUNTIME_DIR", root.toString()))).isEqualTo(new UserSystemd(false, false));
    }

    @Test
    void runsWhereItsSocketIs() throws IOException {
        Files.createDirectories(root.resolve("run/systemd/private"));
        Files.createDirectories(root.resolve("var/lib/systemd/linger/ada"));

        assertThat(read(Map.of("XDG_RUNTIME_DIR", root.resolve("run").toString())))
                .isEqualTo(new UserSystemd(true, true));
    }

    private UserSystemd read(Map<String, String> variables) {
        return UserSystemd.read(root, SpecFixtures.account(root), new Environment(variables));
    }
}
