package dev.hearth.os.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.BaseOs;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.History;
import dev.hearth.os.NotOffered;
import dev.hearth.os.machine.MachineToolMissing;
import dev.hearth.os.machine.VirtualMachine.Hardware;
import dev.hearth.os.ostree.Sysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryoutTest {
    private static final Hardware HARDWARE = new Hardware(Duration.ofMinutes(1), 512, false);
    private static final String OLD = "a".repeat(64);
    private static final String NEW = "b".repeat(64);
    private static final String WELL = """
            booted %s.0
            begin unit/default.target
            | Type=
            | LoadState=loaded
            | ActiveState=active
            end 0 3
            begin required/10-card
            | no such card
            end 3 2
            begin required/20-slow
            | waiting
            end 124 20
            begin wanted/30-nice
            end 1 0
            done
            """.formatted(NEW);

    @TempDir
    private Path directory;

    private Path root;
    private Path etc;
    private Path place;
    private long owner;
    private CannedBase base;

    @BeforeEach
    void begin() throws IOException {
        root = directory.resolve("root");
        place = root.resolve("var/lib/hearth/try");
        base = new CannedBase(directory);
        owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        Files.createDirectories(root.resolve("ostree/repo"));
        Files.createDirectories(root.resolve("var/lib/db"));
        etc = Files.createDirectories(root.resolve("ostree/deploy/it/deploy/" + NEW + ".0/etc"));
        write("etc/hearth/health.yaml", "timeout: 20\n", "rw-r--r--");
        write("etc/fstab", "UUID=1 /data ext4 defaults 0 2\n", "rw-r--r--");
        check("required.d/10-card");
        check("required.d/20-slow");
        check("wanted.d/30-nice");
    }

    private void check(String name) throws IOException {
        write("etc/hearth/check/" + name, "#!/bin/sh\n", "rwxr-xr-x");
    }

    private void write(String path, String text, String mode) throws IOException {
        var file = etc.resolveSibling(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static Deployment deployment(String checksum) {
        return Deployment.of(new DeploymentId("it", checksum, 0), CannedBase.SOURCE, new Commit(checksum, "1", null))
                .withKernelArguments(List.of("root=LABEL=mine", "quiet", "mine=1"));
    }

    private Tryout tryout(Processes processes) {
        return new Tryout(
                new BaseOs(base, new History(directory, Clock.systemUTC(), 1)),
                new Sysroot(root),
                root,
                processes,
                new PrivateDirectory(place, owner),
                "a test");
    }

    private MachineDouble machine(String report) {
        return new MachineDouble(place.resolve("machine/sysroot"), report);
    }

    @Test
    void tellsWhatEachCheckFound() {
        base.with(deployment(NEW)).with(deployment(OLD), "booted");
        var machine = machine(WELL);

        var result = tryout(machine).run(HARDWARE, _ -> {});

        assertThat(result.trouble()).isNull();
        assertThat(result.passed()).isFalse();
        assertThat(result.checks())
                .containsExactly(
                        new TriedCheck("unit default.target", true, true, 3, ""),
                        new TriedCheck("10-card", true, false, 2, "no such card"),
                        new TriedCheck("20-slow", true, false, 20, "waiting\nit took longer than 20 seconds"),
                        new TriedCheck("30-nice", false, false, 0, "it ended with status 1"));
        assertThat(result.leftOut()).contains(new LeftOut("/data", "the machine has no such disk"));
        assertThat(machine.ran("deploy"))
                .contains("--karg-append=mine=1", "--karg-append=systemd.mask=hearth-boot-check.service")
                .doesNotContain("--karg-append=root=LABEL=mine", "--karg-append=quiet");
        assertThat(machine.ran("qemu-system-x86_64"))
                .containsSequence("-nic", "none")
                .anyMatch(word -> word.contains("snapshot=on"));
    }

    @Test
    void leavesNothingButTheConsole() throws IOException {
        base.with(deployment(NEW)).with(deployment(OLD), "booted");
        Files.createDirectories(place.resolve("machine/sysroot/etc/ssh"));

        var result = tryout(machine(WELL)).run(HARDWARE, _ -> {});

        assertThat(result.console()).isEqualTo(place.resolve("console")).hasContent("Linux version 6");
        assertThat(Files.getPosixFilePermissions(result.console()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(place)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var left = Files.list(place)) {
            assertThat(left).extracting(Path::getFileName).map(Path::toString).containsOnly("console", "lock");
        }
        assertThat(etc.resolve("fstab")).content().contains("/data");
    }

    @Test
    void isNotWellWhenTheMachineSaysNothing() {
        base.with(deployment(NEW)).with(deployment(OLD), "booted");

        var result = tryout(machine("")).run(HARDWARE, _ -> {});

        assertThat(result.passed()).isFalse();
        assertThat(result.trouble()).isEqualTo("the machine did not come up");
        assertThat(result.checks()).isEmpty();
    }

    @Test
    void passesWhenOnlyWhatIsWantedFails() throws IOException {
        base.with(deployment(NEW));
        Files.delete(etc.resolve("hearth/check/required.d/10-card"));
        Files.delete(etc.resolve("hearth/check/required.d/20-slow"));

        assertThat(tryout(machine(WELL)).run(HARDWARE, _ -> {}).passed()).isTrue();
    }

    @Test
    void clearsWhatAKilledOneLeftBeforeAnythingElse() throws IOException {
        base.with(deployment(NEW), "booted");
        Files.createDirectories(place.resolve("machine/sysroot/etc/ssh"));

        assertThatThrownBy(() -> tryout(machine(WELL)).run(HARDWARE, _ -> {}))
                .isInstanceOf(NothingToTry.class)
                .hasMessage("Nothing waits for the next boot");
        assertThat(place.resolve("machine")).doesNotExist();
    }

    @Test
    void needsTheDeploymentInARepositoryOfOstrees() {
        base.with(deployment(OLD));

        assertThatThrownBy(() -> tryout(machine(WELL)).run(HARDWARE, _ -> {})).isInstanceOf(NotOffered.class);
    }

    @Test
    void needsQemu() {
        base.with(deployment(NEW));
        var processes = new ScriptedProcesses().installed("ostree", "mke2fs");

        assertThatThrownBy(() -> tryout(processes).run(HARDWARE, _ -> {}))
                .isInstanceOf(MachineToolMissing.class)
                .hasMessageContaining("qemu-system-x86_64");
    }

    @Test
    void needsRoomForTwoCopies() {
        base.with(deployment(NEW));
        var processes = new ScriptedProcesses()
                .installed("ostree", "mke2fs", "qemu-system-x86_64")
                .answer(
                        "4000000000000000\tx\n",
                        "du",
                        "--summarize",
                        "--one-file-system",
                        "--block-size=1",
                        "--",
                        root.resolve("ostree/deploy/it/deploy/" + NEW + ".0").toString());

        assertThatThrownBy(() -> tryout(processes).run(HARDWARE, _ -> {}))
                .isInstanceOf(NoRoomToTry.class)
                .hasMessageContaining("it needs 8000000536.9 MB");
        assertThat(place.resolve("machine")).doesNotExist();
    }
}
