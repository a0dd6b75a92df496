package dev.hearth.os.bootc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Commit;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.NotOffered;
import dev.hearth.os.Outcome;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.Recording;
import dev.hearth.os.ScriptedPrograms;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootcEngineTest {
    private static final String[] STATUS = {"bootc", "status", "--format=json", "--format-version=1"};

    @TempDir
    Path directory;

    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final BootcEngine engine = new BootcEngine(Path.of("/"), processes);

    @Test
    void saysWhoMay() {
        processes.answer(1, "", "error: Status: This command must be executed as the root user\n", STATUS);

        assertThatThrownBy(engine::status)
                .isInstanceOf(PrivilegesMissing.class)
                .hasMessage("Only the administrator may run `bootc status --format=json --format-version=1`");
    }

    @Test
    void saysWhyAnUpgradeFailed() {
        processes
                .answer(ScriptedBootc.host(), STATUS)
                .answer(1, "Fetching\nerror: Upgrading: no such host\n", "", "bootc", "upgrade");

        assertThatThrownBy(() -> engine.carryOut(new Change.Upgrade(false, false, false, false), _ -> {}))
                .isInstanceOf(EngineFailed.class)
                .hasMessage("`bootc upgrade` failed with status 1: Upgrading: no such host");
    }

    @Test
    void tellsUnchangedByComparing() {
        processes.answer(ScriptedBootc.host(), STATUS).answer("No update available.\n", "bootc", "upgrade");

        assertThat(engine.carryOut(new Change.Upgrade(false, false, false, false), _ -> {}))
                .isEqualTo(Outcome.unchanged("There is no newer version"));
    }

    @Test
    void updatesByItselfWhenItsTimerDoes() {
        processes
                .answer(ScriptedBootc.host(), STATUS)
                .answer("", "systemctl", "is-enabled", "--quiet", "bootc-fetch-apply-updates.timer");

        assertThat(engine.status().automatic()).isEqualTo(AutomaticUpdates.APPLY);
    }

    @Test
    void believesACheckThatFoundNothing() {
        processes
                .answer("No changes in: quay.io/example/someimage:latest\n", "bootc", "upgrade", "--check")
                .answer(ScriptedBootc.checked(), STATUS);

        assertThat(engine.check(true).isAvailable()).isFalse();
    }

    @Test
    void readsWhatACheckSaysWhereBootcCannotRememberIt() {
        processes
                .answer(
                        "Update available for: quay.io/example/os:latest\n  Version: 42.2\n  Digest: sha256:"
                                + "c".repeat(64) + "\n",
                        "bootc",
                        "upgrade",
                        "--check")
                .answer(Recording.text("bootc/scripted/composefs.json"), STATUS);

        assertThat(engine.check(false).commit()).isEqualTo(new Commit("c".repeat(64), "42.2", null));
    }

    @Test
    void knowsOfAnUpdateOfWhichOnlyTheLayersAreTold() {
        processes
                .answer("Total new layers: 3  Size: 1.2 MB\n", "bootc", "upgrade", "--check")
                .answer(Recording.text("bootc/scripted/composefs.json"), STATUS);

        assertThat(engine.check(false).commit()).isEqualTo(new Commit("", null, null));
    }

    @Test
    void hasNothingToSearch() {
        assertThatThrownBy(() -> engine.search(List.of("fish")))
                .isInstanceOf(NotOffered.class)
                .hasMessage("This base is kept by bootc, which cannot layer packages, and so has none to search");
    }

    @Test
    void tellsWhichPackagesDifferByTheirDatabases() throws IOException {
        dpkg(ScriptedBootc.BOOTED, "5.2-1");
        dpkg(ScriptedBootc.OLDER, "5.1-1");
        var rollback = List.of("bootc", "rollback");
        var programs = new ScriptedPrograms(directory)
                .answer(ScriptedBootc.host(), STATUS)
                .answer(1, "", "", "systemctl", "is-enabled", "--quiet", "bootc-fetch-apply-updates.timer")
                .answer("", "bootc", "rollback")
                .then(rollback, 0, ScriptedBootc.rolledBack(), STATUS);

        var outcome = new BootcEngine(directory, programs.processes())
                .carryOut(new Change.Rollback(Change.Configuration.OLD), _ -> {});

        assertThat(outcome.packages().downgraded()).containsExactly(new VersionChange(bash("5.2-1"), bash("5.1-1")));
    }

    private static InstalledPackage bash(String version) {
        return new InstalledPackage("bash", version, "amd64");
    }

    private void dpkg(String checksum, String version) throws IOException {
        var file = directory.resolve("ostree/deploy/default/deploy/" + checksum + ".0/var/lib/dpkg/status");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                Package: bash
                Status: install ok installed
                Architecture: amd64
                Version: %s
                """.formatted(version));
    }

    @Test
    void showsOnlyWhatRunsWithoutOstree() {
        processes.answer(Recording.text("bootc/scripted/composefs.json"), STATUS);

        assertThat(engine.root(new DeploymentId("default", "1".repeat(128), 0))).isEqualTo(Path.of("/"));
        assertThatThrownBy(() -> engine.root(new DeploymentId("default", "2".repeat(128), 0)))
                .isInstanceOf(NotOffered.class);
    }
}
