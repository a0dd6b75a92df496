package dev.hearth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StartedProcessTest {
    private final String self = Long.toString(ProcessHandle.current().pid());

    @Test
    void isThereWhileItRuns() throws IOException {
        assertThat(new StartedProcess(self, started(self)).isThere()).isTrue();
    }

    @Test
    void isNotALaterOneOfItsId() {
        assertThat(new StartedProcess(self, "1").isThere()).isFalse();
        assertThat(new StartedProcess("2147483647", "1").isThere()).isFalse();
    }

    @Test
    void isNotThereWhenItHasEndedAndNobodyAskedHow() throws IOException, InterruptedException {
        // The shell's child is then that of a program that knows of none.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 100").start();
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            var child = out.readLine();
            var process = new StartedProcess(child, started(child));
            while (!fields(child)[0].equals("Z")) {
                Thread.sleep(10);
            }

            assertThat(process.isThere()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static String started(String pid) throws IOException {
        return fields(pid)[19];
    }

    private static String[] fields(String pid) throws IOException {
        return Files.readString(Path.of("/proc", pid, "stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ", -1);
    }
}
