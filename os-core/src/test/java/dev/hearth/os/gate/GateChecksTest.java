package dev.hearth.os.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateChecksTest {
    @TempDir
    private Path directory;

    @Test
    void findsThemInOrder() throws IOException {
        check("20-network");
        check("10-boots");

        assertThat(GateChecks.in(directory).files())
                .containsExactly(directory.resolve("10-boots"), directory.resolve("20-network"));
    }

    @Test
    void needsOneThatCanBeRun() throws IOException {
        assertThatThrownBy(() -> GateChecks.in(directory))
                .isInstanceOf(NoChecks.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> GateChecks.in(directory.resolve("none"))).isInstanceOf(NoChecks.class);

        Files.writeString(directory.resolve("10-boots"), "");
        assertThatThrownBy(() -> GateChecks.in(directory)).hasMessageContaining("not executable");
    }

    @Test
    void refusesNamesThatTheReportCouldNotTell() throws IOException {
        check("a b");

        assertThatThrownBy(() -> GateChecks.in(directory)).isInstanceOf(NoChecks.class);
    }

    private void check(String name) throws IOException {
        assertThat(Files.createFile(directory.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }
}
