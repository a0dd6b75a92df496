package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.DriftState;
import dev.hearth.os.etc.LostChanges;
import dev.hearth.os.etc.Resolution;
import dev.hearth.os.etc.ResolutionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links stand for files here: what both sides changed of them conflicts without a program that merges lines. */
class BaseConfigurationTest {
    private static final Path LOCALTIME = Path.of("localtime");
    private static final Deployment OLD = CannedBase.deployment("a", "42.1", 1);
    private static final Deployment NEW = CannedBase.deployment("b", "42.2", 2);

    @TempDir
    private Path directory;

    private CannedBase engine;

    @BeforeEach
    void layOut() throws IOException {
        engine = new CannedBase(directory);
        for (var name : List.of("a/usr/etc", "a/etc", "b/usr/etc", "b/etc")) {
            Files.createDirectories(directory.resolve(name));
        }
        link("a/usr/etc", "UTC");
        link("a/etc", "EST");
        link("b/usr/etc", "CET");
        link("b/etc", "EST");
    }

    @Test
    void showsThreeColumns() {
        engine.with(NEW, "booted").with(OLD, "rollback");

        assertThat(configuration().drift().sinceOldDefault().rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path()).isEqualTo(LOCALTIME);
                    assertThat(row.newDefault().state()).isEqualTo(DriftState.CHANGED);
                    assertThat(row.local().state()).isEqualTo(DriftState.CHANGED);
                });
    }

    @Test
    void tellsOwnChangesFromNewDefaultsThatWereTaken() throws IOException {
        engine.with(NEW, "booted").with(OLD, "rollback");
        assertThat(configuration().drift().own()).containsExactly(LOCALTIME);

        Files.delete(directory.resolve("b/etc/localtime"));
        link("b/etc", "CET");

        assertThat(configuration().drift().own()).isEmpty();
        assertThat(configuration().drift().sinceOldDefault().rows()).hasSize(1);
    }

    @Test
    void knowsOneDefaultWhereThereIsOneDeployment() {
        engine.with(OLD, "booted");

        assertThat(configuration().drift().sinceOldDefault().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.newDefault().state()).isEqualTo(DriftState.UNCHANGED));
    }

    @Test
    void writesADecisionIntoWhatBootsNext() throws IOException {
        engine.with(NEW).with(OLD, "booted");
        assertThat(configuration().conflicts()).containsOnlyKeys(LOCALTIME);

        configuration().resolve(Map.of(LOCALTIME, new Resolution.Take()));

        assertThat(Files.readSymbolicLink(directory.resolve("b/etc/localtime"))).hasToString("CET");
        assertThat(Files.readSymbolicLink(directory.resolve("a/etc/localtime"))).hasToString("EST");
        assertThat(configuration().conflicts()).isEmpty();
    }

    @Test
    void decidesNothingThatIsNoConflict() {
        engine.with(NEW).with(OLD, "booted");

        assertThatExceptionOfType(NoConflict.class)
                .isThrownBy(() -> configuration().resolve(Map.of(Path.of("motd"), new Resolution.Keep())))
                .withMessage("There is no conflict about '/etc/motd'");
    }

    @Test
    void hasNothingToDecideOnceItRuns() {
        engine.with(NEW, "booted").with(OLD, "rollback");

        assertThat(configuration().conflicts()).isEmpty();
        assertThatExceptionOfType(NoConflict.class)
                .isThrownBy(() -> configuration().resolve(Map.of(LOCALTIME, new Resolution.Keep())))
                .withMessageStartingWith("No configuration waits to be merged");
    }

    @Test
    void hasNothingToDecideOnTheWayBack() {
        engine.with(OLD).with(NEW, "booted");

        assertThat(configuration().conflicts()).isEmpty();
    }

    @Test
    void leavesWhatIsStagedToOstree() throws IOException {
        engine.with(NEW, "staged").with(OLD, "booted");

        assertThat(configuration().conflicts()).containsOnlyKeys(LOCALTIME);
        assertThatExceptionOfType(ConfigurationStaged.class)
                .isThrownBy(() -> configuration().resolve(Map.of(LOCALTIME, new Resolution.Take())));
    }

    @Test
    void decidesAboutWhatIsStagedWhereThatHolds() throws IOException {
        engine.with(NEW, "staged").with(OLD, "booted").mergingAtShutdown();

        configuration().resolve(Map.of(LOCALTIME, new Resolution.Take()));

        assertThat(configuration().conflicts()).isEmpty();
    }

    @Test
    void losesNothingOfWhatIsStaged() throws IOException {
        engine.with(NEW, "staged").with(OLD, "booted");
        Files.createSymbolicLink(directory.resolve("b/etc/later"), Path.of("x"));

        assertThat(configuration().lostByRollback().rows()).isEmpty();
    }

    @Test
    void tellsWhatARollbackLeavesBehind() throws IOException {
        engine.with(NEW, "booted").with(OLD, "rollback");
        Files.createSymbolicLink(directory.resolve("b/etc/later"), Path.of("x"));

        assertThat(configuration().lostByRollback().rows())
                .extracting(LostChanges.Row::path)
                .containsExactly(Path.of("later"));
    }

    @Test
    void losesNothingWithoutAnOlderOne() {
        engine.with(NEW, "booted");

        assertThat(configuration().lostByRollback().rows()).isEmpty();
    }

    private void link(String etc, String target) throws IOException {
        Files.createSymbolicLink(directory.resolve(etc).resolve(LOCALTIME), Path.of(target));
    }

    private BaseConfiguration configuration() {
        return new BaseConfiguration(
                engine,
                new ConfigMerge(new ScriptedProcesses()),
                new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), uid())));
    }

    private long uid() {
        try {
            return ((Number) Files.getAttribute(directory, "unix:uid")).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
