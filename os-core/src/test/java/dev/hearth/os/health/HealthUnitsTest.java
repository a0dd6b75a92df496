package dev.hearth.os.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Installation;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.SystemUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthUnitsTest {
    private static final Path PACKAGED = Path.of("../cli/packaging/systemd");
    private static final Path LAUNCHER = Path.of("/usr/lib/hearth/bin/hearth");

    @TempDir
    private Path directory;

    private final ScriptedProcesses processes =
            new ScriptedProcesses().installed("systemctl").answerAny(0);
    private Path root;
    private Path units;
    private Path launcher;

    @BeforeEach
    void makeHost() throws IOException {
        root = directory.toRealPath();
        units = Files.createDirectories(root.resolve("etc/systemd/system"));
        Files.createDirectories(root.resolve("run/systemd/system"));
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(root.resolve("opt/hearth/lib"), mode);
        launcher = Files.createDirectory(root.resolve("opt/hearth/bin"), mode).resolve("hearth");
        Files.createFile(launcher, mode);
    }

    private HealthUnits units() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(launcher, "unix:uid"));
        var installation = new Installation(root.resolve("opt"), owner, launcher);
        return new HealthUnits(new SystemUnits(root, processes, installation));
    }

    private void perform(List<Action> actions) {
        new Actions(processes, finished -> finished.orThrow().succeeded()).perform(actions, _ -> {});
    }

    /** As systemctl does. */
    private void enable() throws IOException {
        for (var wants : List.of(
                "sysinit.target.wants/hearth-boot-count.service",
                "multi-user.target.wants/hearth-boot-check.service")) {
            Files.createDirectories(units.resolve(wants).getParent());
            Files.createSymbolicLink(units.resolve(wants), Path.of(".."));
        }
    }

    @Test
    void areThePackages() throws IOException {
        for (var unit : HealthUnits.texts(LAUNCHER).entrySet()) {
            assertThat(PACKAGED.resolve(unit.getKey())).hasContent(unit.getValue());
        }
    }

    @Test
    void comeAndGoTogether() throws IOException {
        assertThat(units().areEnabled()).isFalse();
        perform(units().enabling());
        enable();

        assertThat(units().areEnabled()).isTrue();
        assertThat(units().enabling()).isEmpty();
        assertThat(units.resolve("hearth-boot-count.service"))
                .content()
                .contains("ExecStart=/bin/sh \"" + root + "/opt/hearth/lib/boot-count.sh\"\n");
        assertThat(processes.ran())
                .last()
                .hasToString("systemctl enable hearth-boot-count.service hearth-boot-check.service"
                        + " hearth-boot-rescue.timer");

        perform(units().disabling());
        try (var left = Files.list(units)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void asksForAPetAsItsUser() throws IOException {
        perform(List.of(new PetCheck("dev", "alice").placing(root, true, launcher)));

        var script = root.resolve("etc/hearth/check/required.d/pet-alice-dev");
        assertThat(script).isExecutable().content().contains("runuser -u alice", "run -c dev true");
    }
}
