package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchRoomTest {
    private static final Space LITTLE = new Space(100_000_000_000L, 40_000_000);

    @TempDir
    private Path repository;

    @Test
    void isUsedUpBelowWhatOstreeLeavesToOthers() throws IOException {
        Files.writeString(repository.resolve("config"), "[core]\nmode=bare\n");
        var room = new FetchRoom(repository, _ -> LITTLE);

        assertThat(room.isUsedUp()).isTrue();
        assertThat(room.failure())
                .hasMessage("There is not enough space for the base: it needs 500.0 MB, 40.0 MB are free");
        assertThat(new FetchRoom(repository, _ -> new Space(100_000_000_000L, 600_000_000)).isUsedUp())
                .isFalse();
    }

    @Test
    void leavesTheMachinesOwnRuleToOstree() throws IOException {
        Files.writeString(repository.resolve("config"), "[core]\nmode=bare\nmin-free-space-percent=0\n");

        assertThat(new FetchRoom(repository, _ -> LITTLE).isUsedUp()).isFalse();
    }
}
