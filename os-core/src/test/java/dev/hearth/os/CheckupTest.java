package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.Finding.Kind;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
    private static final Space PLENTY = new Space(100_000_000_000L, 50_000_000_000L);
    private static final Deployment OLD = CannedBase.deployment("a", "42.1", 1);
    private static final Deployment NEW = CannedBase.deployment("b", "42.2", 2);

    @TempDir
    private Path directory;

    private final ScriptedProcesses processes = new ScriptedProcesses();
    private Space space = PLENTY;
    private CannedBase engine;
    private History history;

    @BeforeEach
    void layOut() throws IOException {
        engine = new CannedBase(directory);
        history = new History(
                directory.resolve("state"),
                InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z")),
                Integer.MAX_VALUE);
        for (var name : List.of("a/usr/etc", "a/etc", "b/usr/etc", "b/etc", "ostree/repo", "boot/ostree/os-1")) {
            Files.createDirectories(directory.resolve(name));
        }
        Files.writeString(directory.resolve("boot/ostree/os-1/vmlinuz"), "kernel");
    }

    @Test
    void findsNothingWhereAllIsWell() {
        engine.with(NEW, "booted").with(OLD, "rollback");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void remindsOfTheReboot() {
        engine.with(NEW).with(OLD, "booted");

        assertThat(kinds()).containsExactly(Kind.REBOOT_PENDING);
    }

    @Test
    void namesConflictsOfWhatBootsNext() throws IOException {
        engine.with(NEW).with(OLD, "booted");
        Files.createSymbolicLink(directory.resolve("a/usr/etc/localtime"), Path.of("UTC"));
        Files.createSymbolicLink(directory.resolve("b/usr/etc/localtime"), Path.of("CET"));
        Files.createSymbolicLink(directory.resolve("a/etc/localtime"), Path.of("EST"));

        assertThat(findings())
                .extracting(Finding::sentence)
                .contains("/etc/localtime was changed both locally and by the new version");
    }

    @Test
    void putsWhatIsWrongFirst() throws IOException {
        engine.with(NEW).with(OLD, "booted");
        Files.createFile(directory.resolve("boot/ostree/finalize-failure.stamp"));
        history.begin(new Request("ada", "hearth os upgrade", null), List.of());

        assertThat(kinds()).containsExactly(Kind.CHANGE_INTERRUPTED, Kind.FINALIZATION_FAILED, Kind.REBOOT_PENDING);
        assertThat(findings().getFirst().isWrong()).isTrue();
        assertThat(findings().getLast().isWrong()).isFalse();
    }

    @Test
    void saysWhatNoShutdownHasWrittenOut() {
        engine.with(OLD, "booted").leavesUnfinished("The deployment was not written out");

        assertThat(findings()).extracting(Finding::sentence).containsExactly("The deployment was not written out");
        assertThat(findings().getFirst().isWrong()).isTrue();
    }

    @Test
    void forgetsWhatWasCutOffOnceAnotherChangeWasMade() {
        engine.with(OLD, "booted");
        history.begin(new Request("ada", "hearth os upgrade", null), List.of());
        new History(directory.resolve("state"), InstantSource.fixed(Instant.parse("2026-02-01T12:00:00Z")), 2)
                .begin(new Request("ada", "hearth os upgrade", null), List.of())
                .end(Outcome.unchanged("There is nothing newer"));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void saysWhereRoomIsLacking() {
        engine.with(OLD, "booted");
        space = new Space(100_000, 5);

        assertThat(findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "There is too little room for another version of the base: ostree refuses to fetch one",
                        "There is no room for another kernel in '" + directory.resolve("boot") + "'");
    }

    @Test
    void countsAsOstreeDoesWhatIsTooLittle() {
        assertThat(new Space(10_000, 299).isTooLittleToFetch()).isTrue();
        assertThat(new Space(10_000, 300).isTooLittleToFetch()).isFalse();
        assertThat(new Space(100_000_000_000L, 499_999_999).isTooLittleToFetch())
                .isTrue();
        assertThat(new Space(100_000_000_000L, 500_000_000).isTooLittleToFetch())
                .isFalse();
    }

    @Test
    void namesRequestsWithoutEffectAndAWritableUsr() {
        var layering = new Layering(
                List.of("x"),
                List.of(new Layering.Inactive("x", "the base has it")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        engine.with(OLD.withLayering(OLD.commit(), layering).withUnlocked(Unlocked.HOTFIX), "booted")
                .busyWith("upgrade");

        assertThat(kinds()).containsExactly(Kind.CHANGE_RUNNING, Kind.REQUEST_INACTIVE, Kind.UNLOCKED);
    }

    @Test
    void saysThatWhatBootsNextWasTakenBack() {
        var told = Instant.parse("2026-01-30T12:00:00Z");
        var withdrawn = NEW.withRemarks(NEW.remarks().with(new Deployment.Withdrawn("it has no sound", told)));
        engine.with(withdrawn, "booted").with(OLD, "rollback");

        assertThat(findings())
                .containsExactly(new Finding(
                        Kind.WITHDRAWN,
                        "What boots next was taken back by its maker: it has no sound",
                        "`hearth os upgrade` goes back."));
    }

    private List<Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    private List<Finding> findings() {
        var configuration = new BaseConfiguration(
                engine,
                new ConfigMerge(processes),
                new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0)));
        return new Checkup(new BaseOs(engine, history), configuration, processes, directory, _ -> space).run();
    }
}
