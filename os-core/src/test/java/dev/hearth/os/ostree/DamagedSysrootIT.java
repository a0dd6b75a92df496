package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Configuration;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.rollout.ChannelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ostree itself wrote and something else damaged: whatever is asked then fails in words, and what boots still boots. */
@Timeout(300)
final class DamagedSysrootIT {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);

    @TempDir
    private Path directory;

    private TestSysroot sysroot;
    private OstreeEngine engine;

    @BeforeEach
    void makeSysroot() throws IOException {
        sysroot = new TestSysroot(directory);
        engine = OstreeEngine.of(
                sysroot.sysroot(),
                Path.of("/"),
                sysroot.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                new NoLayers(),
                new MergedConfiguration(
                        new ConfigMerge(sysroot.processes()),
                        new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0))),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".commit", ".dirtree", ".dirmeta", ".file"})
    void keepsTheDefaultWhenTheNewVersionLacksAnObject(String kind) throws IOException {
        var before = ids();
        var known = objects(kind);
        Files.writeString(sysroot.tree().resolve("usr/lib/newer"), "of the next version");
        Files.createDirectory(sysroot.tree().resolve("usr/lib/own"));
        Files.setPosixFilePermissions(
                sysroot.tree().resolve("usr/lib/own"), PosixFilePermissions.fromString("rwx------"));
        sysroot.commit();
        var fresh = objects(kind);
        fresh.removeAll(known);
        for (var object : fresh) {
            Files.delete(object);
        }
        assertThat(fresh).isNotEmpty();

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> engine.carryOut(UPGRADE, _ -> {}))
                .withMessageMatching("[^\\n]+");

        assertThat(ids()).isEqualTo(before);
        assertThat(bootEntries()).hasSize(1);
    }

    @Test
    void rollsBackToADeploymentWhoseObjectsAreMissing() throws IOException {
        var old = ids().getFirst();
        sysroot.commit();
        engine.carryOut(UPGRADE, _ -> {});
        var upgraded = ids().getFirst();
        for (var object : objects(".dirtree")) {
            Files.delete(object);
        }

        engine.carryOut(new Change.Rollback(Configuration.OLD), _ -> {});

        assertThat(ids()).containsExactly(old, upgraded);
    }

    @Test
    void canBeUsedAgainOnceTheEntryOfALostDeploymentIsAway() throws IOException {
        var old = ids().getFirst();
        sysroot.commit();
        engine.carryOut(UPGRADE, _ -> {});
        var lost = ids().getLast();
        sysroot.ostree("--version");
        Files.move(sysroot.sysroot().deployment(lost), directory.resolve("lost"));
        assertThat(lost).isEqualTo(old);

        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(() -> engine.carryOut(UPGRADE, _ -> {}))
                .withMessage("The deployment '" + sysroot.sysroot().deployment(lost) + "' is gone")
                .satisfies(failure -> assertThat(failure.hint().orElse(""))
                        .contains(bootEntries().getLast().toString()));

        Files.delete(bootEntries().getLast());
        sysroot.commit();
        engine.carryOut(UPGRADE, _ -> {});
        assertThat(ids()).hasSize(2);
    }

    /** {@return the entries in boot order} */
    private List<Path> bootEntries() {
        var entries = BootMenu.entries(sysroot.sysroot());
        return BootMenu.read(sysroot.sysroot()).items().stream()
                .map(item -> entries.resolve(item.fileName()))
                .toList();
    }

    private List<Path> objects(String kind) throws IOException {
        try (var files = Files.walk(sysroot.repository().resolve("objects"))) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(kind)).toList());
        }
    }

    private List<DeploymentId> ids() {
        return engine.status().deployments().stream().map(Deployment::id).toList();
    }
}
