package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedListsTest {
    @TempDir
    private Path directory;

    private Path source;
    private Instant now = Instant.parse("2026-11-20T00:00:00Z");

    @BeforeEach
    void makeSources() throws IOException {
        source = Files.createDirectories(directory.resolve("etc/apt")).resolve("sources.list");
        Files.writeString(source, "deb http://one/ ./\n");
    }

    private FetchedLists lists() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var cache = new LayerCache(directory.resolve("cache"), owner, 0);
        return new FetchedLists(cache, Sources.in(directory.resolve("etc")), () -> now);
    }

    @Test
    void areYoungForADay() throws IOException {
        assertThat(lists().areYoung()).isFalse();

        lists().note();
        now = now.plus(Duration.ofHours(23));
        assertThat(lists().areYoung()).isTrue();

        now = now.plus(Duration.ofHours(1));
        assertThat(lists().areYoung()).isFalse();
        lists().note();
        assertThat(lists().areYoung()).isTrue();
    }

    @Test
    void areOfTheSourcesTheyWereFetchedFrom() throws IOException {
        lists().note();

        Files.writeString(source, "deb http://another/ ./\n");

        assertThat(lists().areYoung()).isFalse();
    }

    @Test
    void areOldWhenTheClockWasSetBack() throws IOException {
        lists().note();
        now = now.minusSeconds(60);

        assertThat(lists().areYoung()).isFalse();
    }
}
