package dev.hearth.setup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.engine.PodmanUnprepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedPodmanTest {
    private static final String ALL_CAPABILITIES = "CapBnd:\t000001ffffffffff\n";
    private static final String NO_LIMITS_RAISED = "CapBnd:\t000001fffeffffff\n";

    private final ScriptedProcesses processes = new ScriptedProcesses();

    @TempDir
    Path root;

    @Test
    void asksNothingWhereItWorksAsItComes() throws IOException {
        host(ALL_CAPABILITIES);

        assertThatCode(podman()::require).doesNotThrowAnyException();
        processes.verify();
    }

    @Test
    void isNotReadyBeforeItWasToldWhatItMayNotDo() throws IOException {
        host(NO_LIMITS_RAISED);
        user("");

        assertThatThrownBy(podman()::require).isInstanceOf(PodmanUnprepared.class);
    }

    @Test
    void isReadyWithTheSettingsOfSetUp() throws IOException {
        host(NO_LIMITS_RAISED);
        user("[containers]\ndefault_ulimits = [\"nofile=1024:20000\"]\n");

        assertThatCode(podman()::require).doesNotThrowAnyException();
        processes.verify();
    }

    @Test
    void trustsThoseWhoHaveWrittenSettingsThemselves() throws IOException {
        host(NO_LIMITS_RAISED);
        file("home/ann/.config/containers/containers.conf", "[engine]\n");

        assertThatCode(podman()::require).doesNotThrowAnyException();
        processes.verify();
    }

    private PreparedPodman podman() {
        var home = root.resolve("home/ann");
        return new PreparedPodman(
                root, processes, new Account("ann", 1001, 1001, List.of(), "", home, Path.of("/bin/sh")));
    }

    private void host(String capabilities) throws IOException {
        file("etc/os-release", "ID=debian\n");
        file("proc/self/status", capabilities);
        file("sys/fs/cgroup/cgroup.controllers", "");
        Files.createDirectories(root.resolve("run/systemd/system"));
    }

    private void user(String settings) {
        var configuration = root.resolve("home/ann/.config/containers");
        processes
                .answer("ann:x:1001:1001::" + root.resolve("home/ann") + ":/bin/sh\n", "getent", "passwd", "ann")
                .answer(settings, "cat", "--", configuration + "/containers.conf.d/hearth.conf")
                .answer("", "cat", "--", configuration + "/storage.conf")
                .answer("ann\n", "id", "-nG", "ann");
    }

    private void file(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
