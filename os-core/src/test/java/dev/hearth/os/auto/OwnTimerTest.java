package dev.hearth.os.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.host.Installation;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.Step;
import dev.hearth.os.UpdateConditions;
import dev.hearth.os.program.InstallationOpen;
import dev.hearth.os.program.SystemUnits;
import dev.hearth.os.program.SystemdMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTimerTest {
    @TempDir
    private Path directory;

    private ScriptedProcesses processes;
    private Path root;
    private Path file;
    private Path units;
    private Path launcher;

    @BeforeEach
    void makeHost() throws IOException {
        processes = new ScriptedProcesses().installed("systemctl").answerAny(0);
        root = directory.toRealPath().resolve("root");
        file = root.resolve("etc/hearth/auto.yaml");
        units = Files.createDirectories(root.resolve("etc/systemd/system"));
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(root.resolve("opt/hearth/lib"), mode);
        launcher = Files.createDirectory(root.resolve("opt/hearth/bin"), mode).resolve("hearth");
        Files.createFile(launcher, mode);
    }

    private SelfUpdating engine() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(launcher, "unix:uid"));
        var installation = new Installation(root.resolve("opt"), owner, launcher);
        return new SelfUpdating(
                FakeOsEngine.typical(), new OwnTimer(root, new SystemUnits(root, processes, installation)), processes);
    }

    private List<String> plan(AutomaticUpdates policy) throws IOException {
        return engine().plan(new Change.Automatic(policy)).stream()
                .map(Step::text)
                .toList();
    }

    private String choose(AutomaticUpdates policy) throws IOException {
        return engine().carryOut(new Change.Automatic(policy), _ -> {}).sentence();
    }

    private AutomaticUpdates current() throws IOException {
        return engine().status().automatic();
    }

    private void runSystemd() throws IOException {
        Files.createDirectories(root.resolve("run/systemd/system"));
    }

    /** As systemctl does. */
    private void enable() throws IOException {
        var wants = Files.createDirectories(units.resolve("timers.target.wants"));
        Files.createSymbolicLink(wants.resolve("hearth-os-auto.timer"), units.resolve("hearth-os-auto.timer"));
    }

    @Test
    void writesWhatSystemdIsToDo() throws IOException {
        runSystemd();
        assertThat(plan(AutomaticUpdates.STAGE))
                .containsExactly(
                        "Write " + units.resolve("hearth-os-auto.service"),
                        "Write " + units.resolve("hearth-os-auto.timer"),
                        "Run `systemctl daemon-reload`",
                        "Set policy: stage in " + file,
                        "Run `systemctl enable --now hearth-os-auto.timer`");

        assertThat(choose(AutomaticUpdates.STAGE)).isEqualTo("Automatic updates are set to stage");

        assertThat(file).hasContent("# Written by `hearth os auto`.\npolicy: stage");
        assertThat(units.resolve("hearth-os-auto.service"))
                .content()
                .contains("ConditionPathExists=/run/ostree-booted\n")
                .contains("ExecStart=\"" + launcher + "\" os auto run\n");
        assertThat(units.resolve("hearth-os-auto.timer"))
                .content()
                .contains("RandomizedDelaySec=", "Persistent=true", "ConditionPathExists=/run/ostree-booted\n");
        assertThat(processes.ran().stream().map(Command::toString))
                .containsExactly("systemctl daemon-reload", "systemctl enable --now hearth-os-auto.timer");
    }

    @Test
    void waitsForTheNextBootWhereNoSystemdRuns() throws IOException {
        assertThat(plan(AutomaticUpdates.CHECK))
                .doesNotContain("Run `systemctl daemon-reload`")
                .last()
                .isEqualTo("Run `systemctl enable hearth-os-auto.timer`");
    }

    @Test
    void leavesThePackagesUnitsWhereTheyAre() throws IOException {
        var packaged = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        Files.writeString(packaged.resolve(TimerUnits.TIMER), TimerUnits.timer(null));
        Files.writeString(packaged.resolve(TimerUnits.SERVICE), TimerUnits.service(launcher));

        assertThat(plan(AutomaticUpdates.STAGE))
                .containsExactly("Set policy: stage in " + file, "Run `systemctl enable hearth-os-auto.timer`");

        choose(AutomaticUpdates.STAGE);
        enable();
        assertThat(plan(AutomaticUpdates.NONE))
                .containsExactly("Run `systemctl disable hearth-os-auto.timer`", "Remove " + file);
    }

    @Test
    void placesUnitsThatDifferFromThePackages() throws IOException {
        var packaged = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        Files.writeString(packaged.resolve(TimerUnits.SERVICE), TimerUnits.service(Path.of("/usr/bin/other")));

        assertThat(plan(AutomaticUpdates.STAGE)).contains("Write " + units.resolve(TimerUnits.SERVICE));
    }

    @Test
    void changesOnlyWhatIsDifferent() throws IOException {
        choose(AutomaticUpdates.STAGE);
        enable();

        assertThat(plan(AutomaticUpdates.STAGE)).isEmpty();
        assertThat(choose(AutomaticUpdates.STAGE)).isEqualTo("Automatic updates are set to stage already");
        assertThat(plan(AutomaticUpdates.APPLY)).containsExactly("Set policy: apply in " + file);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        runSystemd();
        choose(AutomaticUpdates.APPLY);
        enable();

        assertThat(plan(AutomaticUpdates.NONE))
                .containsExactly(
                        "Run `systemctl disable --now hearth-os-auto.timer`",
                        "Remove " + file,
                        "Remove " + units.resolve("hearth-os-auto.timer"),
                        "Remove " + units.resolve("hearth-os-auto.service"),
                        "Run `systemctl daemon-reload`");
        choose(AutomaticUpdates.NONE);

        assertThat(file).doesNotExist();
        assertThat(units.resolve("hearth-os-auto.timer")).doesNotExist();
        assertThat(units.resolve("hearth-os-auto.service")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"policy: check, CHECK", "policy: stage, STAGE", "policy: weekly, NONE", "'policy: [', NONE", "'', NONE"
    })
    void showsWhatTheFileSays(String text, AutomaticUpdates expected) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(current()).isEqualTo(AutomaticUpdates.NONE);

        enable();
        assertThat(current()).isEqualTo(expected);
    }

    @Test
    void needsSystemdAndAClosedInstallation() throws IOException {
        processes = new ScriptedProcesses();
        assertThatExceptionOfType(SystemdMissing.class).isThrownBy(() -> plan(AutomaticUpdates.STAGE));
        assertThat(plan(AutomaticUpdates.NONE)).isEmpty();

        processes.installed("systemctl");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatExceptionOfType(InstallationOpen.class).isThrownBy(() -> plan(AutomaticUpdates.STAGE));
    }

    @Test
    void keepsTheConditionsWhenOnlyThePolicyChanges() throws IOException {
        var window = MaintenanceWindow.parse("sat,sun 02:00-03:00").orElseThrow();
        var conditions = new UpdateConditions(true, false, window);
        engine().carryOut(new Change.Automatic(AutomaticUpdates.STAGE, conditions), _ -> {});

        assertThat(file).hasContent("""
                        # Written by `hearth os auto`.
                        policy: stage
                        on-metered: true
                        window: {days: [sat, sun], from: "02:00", to: "03:00"}""");
        assertThat(units.resolve("hearth-os-auto.timer"))
                .content()
                .contains("OnCalendar=00/6:00\nOnCalendar=sat,sun 02:00\nRandomizedDelaySec=30min\n");

        choose(AutomaticUpdates.APPLY);
        assertThat(file).content().contains("policy: apply\n", "on-metered: true\n", "days: [sat, sun]");
        engine().carryOut(new Change.Automatic(AutomaticUpdates.APPLY, UpdateConditions.USUAL), _ -> {});
        assertThat(file).hasContent("# Written by `hearth os auto`.\npolicy: apply");
        assertThat(units.resolve("hearth-os-auto.timer")).hasContent(TimerUnits.timer(null));
    }

    @ParameterizedTest
    @CsvSource({"'window: {from: late, to: later}'", "'window: {from: \"02:00\"}'", "'on-battery: perhaps'"})
    void doesNothingByItselfWhereItIsNotClearWhen(String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "policy: apply\n" + line + "\n");
        enable();

        assertThat(current()).isEqualTo(AutomaticUpdates.NONE);
    }
}
