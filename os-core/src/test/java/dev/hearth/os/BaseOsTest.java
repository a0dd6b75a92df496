package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.VersionOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseOsTest {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final Request REQUEST = new Request("ada", "hearth os upgrade", null);
    private static final Deployment OLD = CannedBase.deployment("a", "42.1", 1);
    private static final Deployment NEW = CannedBase.deployment("b", "42.2", 2);
    private static final Deployment THIRD = CannedBase.deployment("c", "42.0", 1);

    @TempDir
    private Path directory;

    private final List<OsEvent> events = new ArrayList<>();
    private CannedBase engine;

    @BeforeEach
    void startAfresh() throws IOException {
        engine = new CannedBase(directory);
        for (var digit : List.of("a", "b", "c")) {
            Files.createDirectories(directory.resolve(digit).resolve("usr"));
        }
    }

    @Test
    void keepsAChangeInTheHistory() {
        engine.with(OLD).answering(Outcome.changed(NEW.id(), "Boots next: 42.2"));

        var outcome = os().change(UPGRADE, REQUEST, events::add);

        assertThat(outcome.sentence()).isEqualTo("Boots next: 42.2");
        assertThat(engine.changes()).containsExactly(UPGRADE);
        assertThat(os().history()).singleElement().satisfies(change -> {
            assertThat(change.request()).isEqualTo(REQUEST);
            assertThat(change.result()).isEqualTo(PastChange.Result.DONE);
        });
    }

    @Test
    void keepsAFailureInTheHistory() {
        engine.with(OLD).failing(new NoRollback());

        assertThatExceptionOfType(NoRollback.class).isThrownBy(() -> os().change(UPGRADE, REQUEST, events::add));

        assertThat(os().history())
                .singleElement()
                .satisfies(change -> assertThat(change.result()).isEqualTo(PastChange.Result.FAILED));
    }

    @Test
    void makesRoomAlsoWhereTheHistoryCannotBeWritten() throws IOException {
        engine.with(OLD);
        Files.writeString(directory.resolve("state"), "in the way");

        os().change(UPGRADE, REQUEST, events::add);

        assertThat(engine.changes()).containsExactly(UPGRADE);
        assertThat(events).hasSize(1).first().isInstanceOf(OsEvent.Warned.class);
    }

    @Test
    void comparesWhatRunsWithWhatBootsNext() {
        engine.with(NEW).with(OLD, "booted").with(THIRD, "rollback");

        assertThat(sides(null, null)).containsExactly("42.1", "42.2");
    }

    @Test
    void comparesTheOlderWithWhatRuns() {
        engine.with(NEW, "booted").with(OLD, "rollback");

        assertThat(sides(null, null)).containsExactly("42.1", "42.2");
        assertThat(sides("1", null)).containsExactly("42.2", "42.1");
        assertThat(sides("42.1", "0")).containsExactly("42.1", "42.2");
    }

    @Test
    void hasNothingToCompareWithOneDeployment() {
        engine.with(NEW, "booted");

        assertThatExceptionOfType(NothingToCompare.class).isThrownBy(() -> os().diff(null, null));
    }

    @Test
    void comparesPackagesFilesAndArguments() throws IOException {
        engine.with(NEW.withKernelArguments(List.of("quiet", "ro", "ro")), "booted")
                .with(OLD.withKernelArguments(List.of("ro", "debug")), "rollback")
                .holding("b", packages("2.0"))
                .holding("a", packages("1.0"));
        Files.writeString(directory.resolve("b/usr/tool"), "new");

        var difference = os().diff(null, null);

        assertThat(difference.packages().summary()).isEqualTo("1 upgraded");
        assertThat(difference.files().added()).containsExactly(Path.of("tool"));
        assertThat(difference.addedArguments()).containsExactly("quiet", "ro");
        assertThat(difference.removedArguments()).containsExactly("debug");
    }

    @Test
    void saysWhoseFilesAreGone() throws IOException {
        engine.with(NEW, "booted").with(OLD, "rollback");
        Files.delete(directory.resolve("a/usr"));

        assertThatExceptionOfType(FilesMissing.class)
                .isThrownBy(() -> os().diff(null, null))
                .withMessage("The files of deployment aaaaaaaaaaaa.0 are gone: there is no directory '"
                        + directory.resolve("a/usr") + "'");
    }

    private static InstalledPackages packages(String version) {
        return new InstalledPackages(VersionOrder.RPM, List.of(new InstalledPackage("vim", version, "x86_64")));
    }

    private List<String> sides(@Nullable String from, @Nullable String to) {
        var difference = os().diff(from, to);
        return List.of(
                String.valueOf(difference.from().commit().version()),
                String.valueOf(difference.to().commit().version()));
    }

    private BaseOs os() {
        var clock = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
        return new BaseOs(engine, new History(directory.resolve("state"), clock, 1));
    }
}
