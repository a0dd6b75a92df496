package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLimitTest {
    private static final long NO_PROCESS = 999_999_999_999L;

    @TempDir
    private Path controlGroups;

    @Test
    void leavesTheGroupsOfHearthsThatRunAlone() throws IOException {
        var pids = Files.createDirectory(controlGroups.resolve("pids"));
        var running = ProcessHandle.current().parent().orElseThrow().pid();
        var theirs = Files.createDirectory(pids.resolve("hearth-layer-" + running + "-1"));
        var killed = Files.createDirectory(pids.resolve("hearth-layer-" + NO_PROCESS + "-2"));

        try (var limit = ProcessLimit.open(controlGroups, 7)) {
            assertThat(Path.of(limit.path(), "pids.max")).hasContent("7");
        }

        assertThat(theirs).exists();
        assertThat(killed).doesNotExist();
    }
}
