package dev.hearth.os.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Processes;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Marks;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.machine.VirtualMachine;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.ostree.TestSysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies deployments with the real ostree. */
class MachineCopyIT {
    private static final Marks BOOTED = new Marks(true, false, false, false);
    private static final Marks STAGED = new Marks(false, true, false, false);

    private final Processes processes = ItHost.processes();

    @TempDir
    private Path directory;

    private TestSysroot sysroot;
    private Path work;

    @BeforeEach
    void begin() throws IOException {
        Needed.root();
        Needed.programs("ostree", "setpriv", "mke2fs", "qemu-system-x86_64");
        sysroot = new TestSysroot(directory, MachineCopyIT::layOut);
        work = Files.createDirectory(directory.resolve("work"));
    }

    private static void layOut(Path tree) throws IOException {
        var modules = Files.createDirectories(tree.resolve("usr/lib/modules/6.1.0"));
        Files.writeString(modules.resolve("vmlinuz"), "a kernel");
        Files.writeString(modules.resolve("initramfs.img"), "an initial RAM disk");
        Files.writeString(tree.resolve("usr/lib/os-release"), "ID=test\n");
        Files.createDirectories(tree.resolve("usr/etc"));
        Files.writeString(tree.resolve("usr/etc/motd"), "welcome\n");
        Files.writeString(tree.resolve("usr/etc/issue"), "first\n");
        for (var name : List.of("var", "sysroot", "proc", "sys", "dev", "run", "tmp", "boot")) {
            Files.createDirectories(tree.resolve(name));
        }
        Files.createSymbolicLink(tree.resolve("ostree"), Path.of("sysroot/ostree"));
    }

    @Test
    void mergesTheConfigurationOfWhatRunsAsAShutdownDoes() throws IOException {
        var running = deployment(BOOTED);
        var etc = new Sysroot(sysroot.root()).deployment(running.id()).resolve("etc");
        Files.writeString(etc.resolve("motd"), "mine\n");
        Files.setPosixFilePermissions(etc.resolve("motd"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(sysroot.tree().resolve("usr/etc/issue"), "second\n");
        sysroot.commit();

        var deployed = copied(new Candidate(deployment(STAGED), running));

        assertThat(deployed.resolve("etc/motd")).hasContent("mine");
        assertThat(Files.getPosixFilePermissions(deployed.resolve("etc/motd")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(deployed.resolve("etc/issue")).hasContent("second");
        try (var entries = Files.list(work.resolve("sysroot/boot/loader/entries"))) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void takesTheConfigurationThatADeploymentHasAlready() throws IOException {
        var pending = deployment(Marks.NONE);
        var etc = new Sysroot(sysroot.root()).deployment(pending.id()).resolve("etc");
        Files.writeString(etc.resolve("motd"), "its own\n");
        Files.writeString(etc.resolve("crypttab"), "data UUID=1\n");

        var deployed = copied(new Candidate(pending, null));

        assertThat(deployed.resolve("etc/motd")).hasContent("its own");
        assertThat(deployed.resolve("etc/crypttab")).doesNotExist();
        assertThat(etc.resolve("crypttab")).exists();
    }

    private Deployment deployment(Marks marks) {
        var checksum =
                sysroot.ostree("rev-parse", "--repo=" + sysroot.root().resolve("ostree/repo"), TestSysroot.BRANCH);
        var commit = new Commit(checksum, null, null);
        return Deployment.of(new DeploymentId("test", checksum, 0), CannedBase.SOURCE, commit)
                .withMarks(marks)
                .withKernelArguments(List.of("mine=1"));
    }

    private Path copied(Candidate candidate) {
        var machine = new VirtualMachine(work, "test", processes);
        return new MachineCopy(new Sysroot(sysroot.root()), Path.of("/"), machine.sysroot(), processes)
                .deploy(candidate);
    }
}
