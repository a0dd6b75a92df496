package dev.hearth.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path state;

    @Test
    void beginsWithWhatTheRunIs() {
        try (var log = log("hearth list", 1000)) {
            log.note("first");
            log.note("two\nlines");
        }

        assertThat(file()).hasContent("""
                2026-01-31T12:00:00Z 7 hearth list
                2026-01-31T12:00:00Z 7 first
                2026-01-31T12:00:00Z 7 two
                    lines
                """);
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (var log = log("hearth list", 1000)) {
            log.note("secret");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void stopsNobodyWhereItsDirectoryIsALink() throws IOException {
        var elsewhere = Files.createDirectory(state.resolve("elsewhere"));
        Files.createSymbolicLink(state.resolve("log"), elsewhere);

        try (var log = log("hearth list", 1000)) {
            log.note("line");

            assertThat(log.file()).isEmpty();
        }

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void isNotMadeByARunThatHasNothingToSay() {
        try (var log = log("hearth --help", 1000)) {
            assertThat(log.file()).isEmpty();
        }

        assertThat(state).isEmptyDirectory();
    }

    @Test
    void addsToTheRunsBeforeIt() {
        for (var run : new String[] {"first", "second"}) {
            try (var log = log(run, 1000)) {
                log.note("line");
            }
        }

        assertThat(file()).content().contains("first").contains("second");
    }

    @Test
    void keepsThreeFilesAndGrowsNoFurther() throws IOException {
        for (int run = 0; run < 20; run++) {
            try (var log = log("run " + run, 100)) {
                for (int line = 0; line < 10; line++) {
                    log.note("line " + line);
                }
            }
        }

        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("hearth.log", "hearth.log.1", "hearth.log.2");
        }
        assertThat(file()).content().hasSizeLessThan(200).contains("run 19");
    }

    @Test
    void stopsNobodyWhenItCannotBeWritten() throws IOException {
        Files.createFile(state.resolve("log"));

        try (var log = log("hearth list", 1000)) {
            log.note("line");

            assertThat(log.file()).isEmpty();
        }
    }

    @Test
    void doesNotMakeAHomeThatIsMissing() {
        var home = state.resolve("home");

        var directory = new PrivateDirectory(home.resolve(".local/state/hearth/log"), self());
        try (var log = new RunLog(directory, home, NOW, 7, "hearth list", 1000)) {
            log.note("line");

            assertThat(log.file()).isEmpty();
        }

        assertThat(home).doesNotExist();
    }

    private Path file() {
        return state.resolve("log/hearth.log");
    }

    private RunLog log(String title, long largest) {
        return new RunLog(new PrivateDirectory(state.resolve("log"), self()), state, NOW, 7, title, largest);
    }

    private long self() {
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(state, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
