package dev.hearth.os.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.OsEngine;
import dev.hearth.os.Recording;
import dev.hearth.os.bootc.BootcEngine;
import dev.hearth.os.ostree.SysrootMissing;
import dev.hearth.os.rpmostree.RpmOstreeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsHostsTest {
    private static final String[] STATUS = {"bootc", "status", "--format=json", "--format-version=1"};

    @TempDir
    Path root;

    private final ScriptedProcesses processes = new ScriptedProcesses();

    private OsHosts hosts(Map<String, String> variables) {
        return new OsHosts(
                root,
                new Environment(variables),
                processes,
                sysroot -> new FakeOsEngine("own of " + sysroot.root()),
                _ -> {});
    }

    private OsEngine engine() {
        return hosts(Map.of()).engine();
    }

    private void booted() throws IOException {
        file("run/ostree-booted", "");
    }

    private void file(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void keepsANamedSysrootItself() throws IOException {
        booted();
        processes.installed("rpm-ostree");
        Files.createDirectories(root.resolve("disk/ostree/repo"));

        assertThat(hosts(Map.of()).at(root.resolve("disk")).name()).isEqualTo("own of " + root.resolve("disk"));
        assertThatThrownBy(() -> hosts(Map.of()).at(root.resolve("nowhere"))).isInstanceOf(SysrootMissing.class);
    }

    @Test
    void leavesAHostWithRpmOstreeAloneToThat() throws IOException {
        booted();
        processes.installed("rpm-ostree");

        assertThat(engine()).isInstanceOf(RpmOstreeEngine.class);
        assertThat(processes.ran()).isEmpty();
    }

    @Test
    void keepsABootedOstreeHostWithoutEitherItself() throws IOException {
        booted();

        assertThat(engine().name()).isEqualTo("own of " + root);
    }

    @ParameterizedTest
    @CsvSource({
        "spec-booted-with-update, false, bootc",
        "spec-booted-with-update, true, bootc",
        "spec-v1a1, true, bootc",
        "spec-rfe-ostree-deployment, true, rpm-ostree",
        "spec-ostree-to-bootc, true, rpm-ostree",
        "spec-v1-null, true, rpm-ostree",
        "scripted/composefs, true, bootc"
    })
    void asksBootcWhereItIsInstalled(String recording, boolean rpmOstree, String expected) throws IOException {
        booted();
        processes.answer(Recording.text("bootc/" + recording + ".json"), STATUS);
        if (rpmOstree) {
            processes.installed("rpm-ostree");
        }

        assertThat(engine().name()).isEqualTo(expected);
    }

    @Test
    void keepsAnOstreeHostItselfThatOnlyHappensToHaveBootc() throws IOException {
        booted();
        processes.answer(Recording.text("bootc/spec-v1-null.json"), STATUS);

        assertThat(engine().name()).isEqualTo("own of " + root);
    }

    @Test
    void letsRpmOstreeAnswerAUserWhomBootcDoesNot() throws IOException {
        booted();
        processes
                .answer(1, "", "error: This command must be executed as the root user\n", STATUS)
                .installed("rpm-ostree");

        assertThat(engine()).isInstanceOf(RpmOstreeEngine.class);
    }

    @Test
    void leavesAHostWithoutOstreeToBootc() throws IOException {
        file("proc/cmdline", "root=UUID=1 composefs=?abc rw\n");

        assertThatThrownBy(this::engine).isInstanceOf(EngineMissing.class);

        processes.installed("bootc");
        assertThat(engine()).isInstanceOf(BootcEngine.class);
    }

    @Test
    void keepsADiskLaidOutForOstreeBeforeItsFirstBoot() throws IOException {
        file("proc/cmdline", "root=UUID=1 rw\n");
        Files.createDirectories(root.resolve("ostree/repo"));

        assertThat(engine().name()).isEqualTo("own of " + root);
    }

    @Test
    void saysWhatItIsForOnAPlainHost() {
        assertThatThrownBy(this::engine)
                .isInstanceOf(PlainHost.class)
                .hasMessage("This host has no immutable base: it was not booted by ostree or bootc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run/.containerenv", ".dockerenv", "run/host/run/ostree-booted"})
    void keepsNoBaseFromInsideAContainer(String mark) throws IOException {
        booted();
        file(mark, "");

        assertThatThrownBy(this::engine).isInstanceOf(InsideContainer.class);
    }

    @Test
    void believesTheVariableThatContainersSet() {
        assertThatThrownBy(() -> hosts(Map.of("container", "podman")).engine()).isInstanceOf(InsideContainer.class);
    }
}
