package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.prompt.Declined;
import dev.hearth.os.PastChange.Known;
import dev.hearth.os.PastChange.Result;
import dev.hearth.os.packages.PackageDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Path RELEASED = Path.of("src/test/resources/dev/hearth/releases/0.1.0");
    private static final long NOBODY = 0;
    private static final Instant NOON = Instant.parse("2100-01-31T12:00:00Z");
    private static final Request REQUEST = new Request("ada", "hearth os upgrade", "a hole");
    private static final Deployment BEFORE = CannedBase.deployment("a", "42.1", 1);
    private static final Known KNOWN = new Known("fedora-" + "a".repeat(64) + ".0", "42.1");

    @TempDir
    private Path directory;

    @Test
    void knowsNothingAtFirst() {
        assertThat(history(NOBODY).changes()).isEmpty();
        assertThat(directory.resolve("hearth")).doesNotExist();
    }

    @Test
    void keepsWhoWantedWhatAndWhatCameOfIt() {
        var made = CannedBase.deployment("b", "42.2", 2).id();
        history(NOBODY)
                .begin(REQUEST, List.of(BEFORE))
                .end(new Outcome(true, made, PackageDiff.NONE, List.of(), "Boots next: 42.2"));

        assertThat(history(NOBODY).changes())
                .containsExactly(new PastChange(
                        "1-0", NOON, REQUEST, List.of(KNOWN), Result.DONE, NOON, "Boots next: 42.2", made.toString()));
    }

    @Test
    void readsWhatThePreviousReleaseWrote() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), Files.readAllBytes(RELEASED.resolve("history.jsonl")));

        assertThat(history(NOBODY).changes())
                .containsExactly(new PastChange(
                        "1-0", NOON, REQUEST, List.of(KNOWN), Result.DONE, NOON, "Boots next: 42.2", "x-1.0"));
    }

    @Test
    void showsTheNewestFirst() {
        history(1).begin(REQUEST, List.of()).end(Outcome.unchanged("There is nothing newer"));
        history(2)
                .begin(new Request("bob", "hearth os rollback", null), List.of())
                .fail(new NoRollback());
        history(3).begin(REQUEST, List.of()).fail(new Declined());

        assertThat(history(NOBODY).changes())
                .extracting(PastChange::result)
                .containsExactly(Result.CANCELLED, Result.FAILED, Result.UNCHANGED);
        assertThat(history(NOBODY).changes().get(1).message()).isEqualTo("There is no older deployment to return to");
    }

    @Test
    void tellsWhatRunsFromWhatWasCutOff() {
        history(ProcessHandle.current().pid()).begin(REQUEST, List.of(BEFORE));
        history(Integer.MAX_VALUE).begin(REQUEST, List.of(BEFORE));

        assertThat(history(NOBODY).changes())
                .extracting(PastChange::result)
                .containsExactly(Result.INTERRUPTED, Result.RUNNING);
    }

    @Test
    void takesAYoungerProcessOfTheSameIdForAnother() {
        var past = Instant.parse("2001-01-01T00:00:00Z");
        new History(
                        directory.resolve("hearth"),
                        () -> past,
                        ProcessHandle.current().pid())
                .begin(REQUEST, List.of());

        assertThat(history(NOBODY).changes())
                .singleElement()
                .extracting(PastChange::result)
                .isEqualTo(Result.INTERRUPTED);
    }

    @Test
    void survivesALineThatWasCutOff() throws IOException {
        history(1).begin(REQUEST, List.of()).end(Outcome.unchanged("x"));
        Files.write(file(), new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(file(), "{\"event\":\"began\",\"id\":\"torn", StandardOpenOption.APPEND);

        history(2).begin(REQUEST, List.of()).end(Outcome.unchanged("y"));

        assertThat(history(NOBODY).changes()).extracting(PastChange::message).containsExactly("y", "x");
    }

    @Test
    void mayBeReadByEverybody() throws IOException {
        history(1).begin(REQUEST, List.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwxr-xr-x");
    }

    private History history(long process) {
        return new History(directory.resolve("hearth"), InstantSource.fixed(NOON), process);
    }

    private Path file() {
        return directory.resolve("hearth/history.jsonl");
    }
}
