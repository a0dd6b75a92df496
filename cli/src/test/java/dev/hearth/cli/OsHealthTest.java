package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.UpdateConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether what runs works, as it is found out and shown. */
class OsHealthTest extends OsFixture {
    private static final List<String> SHOW =
            List.of("systemctl", "show", "--property=LoadState,ActiveState,Result,Type", "--", "sshd.service");

    private void write(String path, String text) throws IOException {
        var file = hearth.root().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void boot(String id) throws IOException {
        write("proc/sys/kernel/random/boot_id", "0b7c8f5e-1111-4222-8333-44445555" + id + "\n");
    }

    /** As `hearth os health enable` and systemctl leave it. */
    private void enable() throws IOException {
        for (var link : List.of(
                "sysinit.target.wants/hearth-boot-count.service",
                "multi-user.target.wants/hearth-boot-check.service")) {
            var place = hearth.root().resolve("etc/systemd/system").resolve(link);
            Files.createDirectories(place.getParent());
            Files.createSymbolicLink(place, Path.of("/usr/lib/systemd/system").resolve(place.getFileName()));
        }
        write("etc/hearth/health.yaml", "tries: 2\nunits: [sshd.service]\n");
    }

    private void sshdIs(String state) {
        hearth.ports()
                .scripted()
                .answer(
                        "LoadState=loaded\nType=notify\nActiveState=" + state + "\nResult=exit-code\n",
                        SHOW.toArray(String[]::new))
                .answer("", "systemctl", "reboot");
    }

    @Test
    void knowsNothingWhereNobodyAskedForIt() {
        base.with(NEW, "booted").with(OLD, "rollback");

        golden("os-health/unknown", hearth.run("os", "health"));
        golden("os-health/unknown-json", hearth.run("os", "health", "--format=json"));
    }

    @Test
    void leavesAVersionThatFails() throws IOException {
        base.with(NEW, "booted").with(OLD, "rollback");
        enable();
        sshdIs("failed");

        boot("0001");
        var trying = hearth.run("os", "health", "run");
        golden("os-health/trying", trying);
        assertThat(trying.status()).isEqualTo(12);
        golden("os-health/trial", hearth.run("os", "health"));
        assertThat(base.changes()).isEmpty();
        assertThat(hearth.run("os", "health", "run").out()).startsWith("This boot was judged at");

        boot("0002");
        golden("os-health/brought-back-json", hearth.run("os", "health", "run", "--format=json"));
        assertThat(base.changes()).containsExactly(new Change.Rollback(Change.Configuration.OLD));
        golden("os-health/left", hearth.run("os", "health"));
        golden("os-health/left-json", hearth.run("os", "health", "--format=json"));
        assertThat(hearth.run("os", "status").out())
                .contains("BroughtBack: from 42.20261102.0 at ", "'unit sshd.service' said: it failed: exit-code");
        assertThat(hearth.run("os", "history", "--format=json").out())
                .contains("in the last of 2 boots the required check 'unit sshd.service' said");

        assertThat(hearth.run("os", "health", "forget").status()).isZero();
        assertThat(hearth.run("os", "status").out()).doesNotContain("BroughtBack");
    }

    @Test
    void onlyLooksWhereBootsAreNotJudged() throws IOException {
        base.with(NEW, "booted").with(OLD, "rollback");
        write("etc/hearth/health.yaml", "tries: 1\nunits: [sshd.service]\n");
        sshdIs("failed");
        boot("0001");

        assertThat(hearth.run("os", "health", "run").status()).isEqualTo(12);
        assertThat(base.changes()).isEmpty();
        sshdIs("active");
        golden("os-health/healthy", hearth.run("os", "health", "run"));
        golden("os-health/healthy-json", hearth.run("os", "health", "run", "--format=json"));
    }

    @Test
    void saysWhatItTakes() {
        base.with(NEW, "booted");

        assertThat(hearth.run("os", "--sysroot=/mnt", "health").status()).isEqualTo(2);
        assertThat(hearth.run("os", "health", "add", "--pet=dev", "--user=a;b").status())
                .isEqualTo(2);
        assertThat(hearth.run("os", "health", "add").status()).isEqualTo(2);
        assertThat(hearth.as(1000).run("os", "health", "run").status()).isEqualTo(6);
        assertThat(hearth.as(1000).run("os", "health", "forget").status()).isEqualTo(6);
    }

    @Test
    void takesUpdatesOnlyUnderConditions() {
        base.with(NEW, "booted").updating(AutomaticUpdates.NONE);
        assertThat(hearth.run("os", "auto", "--window=02:00-05:00").status()).isEqualTo(2);
        golden("os-auto/bad-window", hearth.run("os", "auto", "stage", "--window=weekend"));

        hearth.run("os", "auto", "stage", "--window=sat,sun 02:00-05:00", "--on-battery=yes");
        hearth.run("os", "auto", "apply", "--window=always");

        var window = MaintenanceWindow.parse("sat,sun 02:00-05:00").orElseThrow();
        assertThat(base.changes())
                .containsExactly(
                        new Change.Automatic(AutomaticUpdates.STAGE, new UpdateConditions(false, true, window)),
                        new Change.Automatic(AutomaticUpdates.APPLY, UpdateConditions.USUAL));
    }
}
