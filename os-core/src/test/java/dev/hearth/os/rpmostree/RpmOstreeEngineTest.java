package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.InvalidOperand;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.Recording;
import dev.hearth.os.ScriptedPrograms;
import dev.hearth.os.Source;
import dev.hearth.os.Update;
import dev.hearth.os.packages.PackageDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RpmOstreeEngineTest {
    private static final String[] STATUS = {"rpm-ostree", "status", "--json"};
    private static final Change INSTALL =
            new Change.Packages(List.of("fish"), List.of(), null, List.of(), false, false);
    private static final String[] INSTALL_COMMAND = {
        "rpm-ostree", "install", "--unchanged-exit-77", "--idempotent", "fish"
    };

    @TempDir
    Path directory;

    private final List<OsEvent> events = new ArrayList<>();

    private ScriptedPrograms host() {
        return new ScriptedPrograms(directory).answer(ScriptedRpmOstree.recorded(), STATUS);
    }

    private RpmOstreeEngine engine(ScriptedPrograms programs) {
        return new RpmOstreeEngine(directory.resolve("root"), programs.processes(), _ -> {});
    }

    @Test
    void showsKernelArgumentsWithoutTheOneThatOstreeAdds() {
        var programs = host().answer(
                        "rhgb quiet ostree=/ostree/boot.1/os/0/0\n", "rpm-ostree", "kargs", "--deploy-index=0")
                .answer(1, "", "error: No such deployment\n", "rpm-ostree", "kargs", "--deploy-index=1");

        assertThat(engine(programs).status().deployments())
                .extracting(Deployment::kernelArguments)
                .containsExactly(List.of("rhgb", "quiet"), List.of());
    }

    @Test
    void tellsWhichPackagesDiffer() {
        var programs = host().answer("Checking out packages...done\n\n", INSTALL_COMMAND)
                .then(List.of(INSTALL_COMMAND), 0, ScriptedRpmOstree.upgraded(), STATUS)
                .answer(
                        Recording.text("rpmostree/scripted/db-diff.json"),
                        "rpm-ostree",
                        "db",
                        "diff",
                        "--format=json",
                        ScriptedRpmOstree.BOOTED,
                        ScriptedRpmOstree.NEWER);

        var outcome = engine(programs).carryOut(INSTALL, events::add);

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        true,
                        new DeploymentId("fedora-silverblue", ScriptedRpmOstree.NEWER, 0),
                        DatabaseReport.difference(Recording.text("rpmostree/scripted/db-diff.json")),
                        List.of(),
                        "33.22 boots next"));
        assertThat(events).last().isEqualTo(new OsEvent.Said("Checking out packages...done"));
    }

    @Test
    void succeedsAlsoWhenThePackagesCannotBeCompared() {
        var programs = host().answer("", INSTALL_COMMAND)
                .then(List.of(INSTALL_COMMAND), 0, ScriptedRpmOstree.upgraded(), STATUS);

        var outcome = engine(programs).carryOut(INSTALL, events::add);

        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.packages()).isEqualTo(PackageDiff.NONE);
        assertThat(events).last().isInstanceOf(OsEvent.Warned.class);
    }

    @Test
    void tellsThatNothingHadToBeDone() {
        var programs = host().answer(77, "No change.\n", "", INSTALL_COMMAND);

        assertThat(engine(programs).carryOut(INSTALL, events::add))
                .isEqualTo(Outcome.unchanged("The base is as asked already"));
    }

    @Test
    void setsAutomaticUpdatesByTheEnginesOwnTimer() throws IOException {
        var file = Files.createDirectories(directory.resolve("root/etc")).resolve("rpm-ostreed.conf");
        Files.writeString(file, "[Daemon]\nIdleExitTimeout=60\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var timer = "rpm-ostreed-automatic.timer";
        var enable = List.of("systemctl", "enable", "--now", timer);
        var programs = host().answer("", "rpm-ostree", "reload")
                .answer(1, "", "", "systemctl", "is-enabled", "--quiet", timer)
                .answer("", enable.toArray(String[]::new))
                .then(enable, 0, "", "systemctl", "is-enabled", "--quiet", timer);
        var change = new Change.Automatic(AutomaticUpdates.STAGE);

        var outcome = engine(programs).carryOut(change, events::add);

        assertThat(outcome).isEqualTo(Outcome.changed(null, "Automatic updates are set to stage"));
        assertThat(file).hasContent("[Daemon]\nAutomaticUpdatePolicy=stage\nIdleExitTimeout=60\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(engine(programs).carryOut(change, events::add))
                .isEqualTo(Outcome.unchanged("Automatic updates are set to stage already"));
    }

    @Test
    void asksForAnUpdateAndForWhatItBrings() {
        var processes = new ScriptedProcesses()
                .answer("AvailableUpdate:\n", "rpm-ostree", "upgrade", "--preview")
                .answer(ScriptedRpmOstree.checked(), STATUS);

        var update = new RpmOstreeEngine(directory, processes, _ -> {}).check(true);

        assertThat(update.commit()).isNotNull().extracting("version").isEqualTo("33.22");
        processes.verify();
    }

    @Test
    void findsNoUpdateWhenThereIsNone() {
        var processes = new ScriptedProcesses()
                .answer(77, "No updates available.\n", "Note: …\n", "rpm-ostree", "upgrade", "--check")
                .answer(ScriptedRpmOstree.checked(), STATUS);

        assertThat(new RpmOstreeEngine(directory, processes, _ -> {}).check(false))
                .isEqualTo(Update.none(new Source.Branch(null, "fedora/33/x86_64/silverblue")));
    }

    @Test
    void searchesAndListsPackages() {
        var processes = new ScriptedProcesses()
                .answer(Recording.text("rpmostree/scripted/search.txt"), "rpm-ostree", "search", "shell")
                .answer(
                        Recording.text("rpmostree/scripted/db-list.txt"),
                        "rpm-ostree",
                        "db",
                        "list",
                        ScriptedRpmOstree.BOOTED);
        var engine = new RpmOstreeEngine(Path.of("/"), processes, _ -> {});
        var id = new DeploymentId("fedora-silverblue", ScriptedRpmOstree.BOOTED, 0);

        assertThat(engine.search(List.of("shell"))).hasSize(3);
        assertThat(engine.packages(id).packages()).hasSize(4);
        assertThat(engine.root(id))
                .isEqualTo(Path.of("/ostree/deploy/fedora-silverblue/deploy/" + ScriptedRpmOstree.BOOTED + ".0"));
        assertThatThrownBy(() -> engine.search(List.of("--reboot"))).isInstanceOf(InvalidOperand.class);
    }
}
