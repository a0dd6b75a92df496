package dev.hearth.os.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.core.yaml.YamlError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthChecksTest {
    private static final HealthConfiguration NO_UNITS =
            new HealthConfiguration(3, Duration.ofSeconds(20), List.of(), true);

    @TempDir
    private Path directory;

    private final List<Duration> pauses = new ArrayList<>();
    private Path root;
    private long owner;

    @BeforeEach
    void findOut() throws IOException {
        root = directory.toRealPath();
        owner = Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
    }

    private Path place(String path, String text, String mode) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private List<CheckResult> run(HealthConfiguration configuration) {
        Processes processes = new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), _ -> {});
        return checks(processes).run(configuration, _ -> {});
    }

    private HealthChecks checks(Processes processes) {
        return new HealthChecks(root, owner, processes, pauses::add);
    }

    private CheckResult unit(String answer) {
        var processes = new ScriptedProcesses()
                .answer(
                        answer,
                        "systemctl",
                        "show",
                        "--property=LoadState,ActiveState,Result,Type",
                        "--",
                        "sshd.service");
        var configuration = new HealthConfiguration(3, Duration.ofSeconds(3), List.of("sshd.service"), true);
        return checks(processes).run(configuration, _ -> {}).getFirst();
    }

    @Test
    void runsThemByName() throws IOException {
        place("etc/hearth/check/required.d/20-b", "#!/bin/sh\necho one\necho two\n", "rwxr-xr-x");
        place("usr/lib/hearth/check/required.d/10-a", "#!/bin/sh\nexit 7\n", "rwxr-xr-x");
        place("etc/hearth/check/wanted.d/05-c", "#!/bin/sh\n", "rwxr-xr-x");

        assertThat(run(NO_UNITS))
                .containsExactly(
                        new CheckResult("10-a", true, false, "it ended with status 7"),
                        new CheckResult("20-b", true, true, "two"),
                        new CheckResult("05-c", false, true, ""));
    }

    @Test
    void letsTheMachineReplaceTheMakers() throws IOException {
        place("usr/lib/hearth/check/required.d/a", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
        place("usr/lib/hearth/check/required.d/b", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
        place("etc/hearth/check/required.d/a", "#!/bin/sh\necho mine\n", "rwxr-xr-x");
        Files.createSymbolicLink(root.resolve("etc/hearth/check/required.d/b"), Path.of("/dev/null"));

        assertThat(run(NO_UNITS)).containsExactly(new CheckResult("a", true, true, "mine"));
    }

    @Test
    void failsWhatCannotBeRun() throws IOException {
        place("etc/hearth/check/required.d/a", "#!/bin/sh\n", "rw-r--r--");
        place("etc/hearth/check/required.d/b", "#!/bin/sh\n", "rwxrwxrwx");
        place("etc/hearth/check/required.d/c", "#!/no/such/interpreter\n", "rwxr-xr-x");
        place("etc/hearth/check/required.d/d~", "#!/bin/sh\n", "rwxr-xr-x");

        var results = run(NO_UNITS);

        assertThat(results).extracting(CheckResult::name).containsExactly("a", "b", "c");
        assertThat(results).noneMatch(CheckResult::passed);
        assertThat(results)
                .extracting(CheckResult::message)
                .startsWith("it is not executable", "others than root could change it");
    }

    @Test
    void stopsWhatTakesTooLong() throws IOException {
        place("etc/hearth/check/required.d/a", "#!/bin/sh\nexec sleep 600\n", "rwxr-xr-x");
        var configuration = new HealthConfiguration(3, Duration.ofSeconds(1), List.of(), true);

        assertThat(run(configuration))
                .containsExactly(new CheckResult("a", true, false, "it took longer than 1 seconds"));
    }

    @ParameterizedTest
    @CsvSource({
        "active, success, simple, ''",
        "inactive, success, oneshot, ''",
        "failed, exit-code, simple, it is failed: exit-code",
        "inactive, success, simple, it is inactive after 3 seconds",
        "activating, success, notify, it is activating after 3 seconds"
    })
    void looksAtUnits(String active, String result, String type, String message) {
        var found = unit("Type=" + type + "\nResult=" + result + "\nLoadState=loaded\nActiveState=" + active + "\n");

        assertThat(found).isEqualTo(new CheckResult("unit sshd.service", true, message.isEmpty(), message));
        assertThat(pauses).hasSize(message.contains("after") ? 3 : 0);
    }

    @Test
    void failsAUnitThatIsNotThere() {
        assertThat(unit("LoadState=not-found\nActiveState=inactive\n").message())
                .isEqualTo("it is not there: not-found");
        assertThat(pauses).isEmpty();
    }

    @Test
    void readsWhatTheKeeperWants() throws IOException {
        assertThat(HealthConfiguration.read(root)).isEqualTo(HealthConfiguration.USUAL);

        place("etc/hearth/health.yaml", "tries: 5\ntimeout: 30\nunits: [sshd.service]\nreboot: false\n", "rw-r--r--");
        assertThat(HealthConfiguration.read(root))
                .isEqualTo(new HealthConfiguration(5, Duration.ofSeconds(30), List.of("sshd.service"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tries: 0", "tries: 100", "tries: x", "timeout: 601", "unit: [a]", "reboot: maybe"})
    void refusesWhatMeansNothing(String text) throws IOException {
        place("etc/hearth/health.yaml", text + "\n", "rw-r--r--");
        assertThatExceptionOfType(YamlError.class).isThrownBy(() -> HealthConfiguration.read(root));
    }
}
