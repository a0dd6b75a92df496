package dev.hearth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeLogTest {
    @TempDir
    private Path directory;

    @Test
    void readsWhatWasPutAsideFirst() throws IOException {
        Files.writeString(directory.resolve("host-commands.log.1"), "2026-01-02T03:04:05Z\t0\tdev\tmake\n");
        Files.writeString(
                directory.resolve("host-commands.log"), "2026-01-02T03:04:06Z\t137\tdev\tsh\t-c\ta\\nb\\\\\\t\n");

        assertThat(calls())
                .containsExactly(
                        new HostCall(Instant.parse("2026-01-02T03:04:05Z"), "dev", 0, List.of("make")),
                        new HostCall(
                                Instant.parse("2026-01-02T03:04:06Z"), "dev", 137, List.of("sh", "-c", "a\nb\\\t")));
    }

    @Test
    void passesOverWhatWasCutOff() throws IOException {
        Files.writeString(
                directory.resolve("host-commands.log"), "2026-01-02T03\t0\tdev\tmake\n2026-01-02T03:04:05Z\n\n");

        assertThat(calls()).isEmpty();
    }

    @Test
    void isEmptyBeforeTheFirstCall() {
        assertThat(calls()).isEmpty();
    }

    private List<HostCall> calls() {
        return new BridgeLog(new PrivateDirectory(directory, 0)).calls();
    }
}
