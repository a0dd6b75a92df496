package dev.hearth.homes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatLineTest {
    private static final HomePath PATH = new HomePath("a");

    @Test
    void readsWhatGnuPrints() {
        assertThat(StatLine.read(
                        PATH,
                        "81ed 0:0 12 4711 2026-01-02 03:04:05.000000006 +0000|2026-01-02 03:04:07.123456789 +0000"))
                .isEqualTo(new Written(
                        PATH,
                        EntryType.FILE,
                        0755,
                        false,
                        12,
                        "4711",
                        Instant.parse("2026-01-02T03:04:05.000000006Z"),
                        Instant.parse("2026-01-02T03:04:07.123456789Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "%w", ""})
    void readsWhatKnowsNoTimeOfBirth(String born) {
        var written = StatLine.read(PATH, "41c0 0:0 4096 1 2026-01-02 03:04:05 +0000|" + born);

        assertThat(written.born()).isNull();
        assertThat(written.since()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(written.type()).isEqualTo(EntryType.DIRECTORY);
    }

    @Test
    void tellsTheKernelsNoteFromADevice() {
        assertThat(StatLine.read(PATH, "2000 0:0 0 1 2026-01-02 03:04:05 +0000|-")
                        .gone())
                .isTrue();
        assertThat(StatLine.read(PATH, "21b6 1:3 0 1 2026-01-02 03:04:05 +0000|-")
                        .gone())
                .isFalse();
        assertThat(StatLine.read(PATH, "c1ed 0:0 0 1 2026-01-02 03:04:05 +0000|-")
                        .gone())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81ed", "81ed 0:0 12 1 yesterday|-", "81ed 0:0 -1 1 2026-01-02 03:04:05 +0000|-"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> StatLine.read(PATH, line)).isInstanceOf(WrittenFilesUnreadable.class);
    }
}
