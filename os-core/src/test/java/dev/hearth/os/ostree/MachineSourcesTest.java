package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.layer.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineSourcesTest {
    private static final DeploymentId PRESENT = new DeploymentId("debian", "a".repeat(64), 0);

    @TempDir
    private Path directory;

    private Sysroot sysroot;
    private Path tree;

    @BeforeEach
    void layOut() throws IOException {
        sysroot = new Sysroot(directory.resolve("sysroot"));
        tree = directory.resolve("tree");
        write(sysroot.deployment(PRESENT).resolve("usr/etc/apt/sources.list"), "bookworm");
        write(sysroot.deployment(PRESENT).resolve("etc/apt/sources.list"), "bookworm");
        write(tree.resolve("usr/etc/apt/sources.list"), "trixie");
    }

    @Test
    void hasWhatTheUserAddedBesideTheDefaultsOfTheNewTree() throws IOException {
        write(sysroot.deployment(PRESENT).resolve("etc/apt/sources.list.d/mine.list"), "mine");

        var laid = directory.resolve("laid");
        assertThat(lay(laid)).isEqualTo(Sources.in(laid));

        assertThat(laid.resolve("apt/sources.list")).hasContent("trixie");
        assertThat(laid.resolve("apt/sources.list.d/mine.list")).hasContent("mine");
    }

    @Test
    void hasNothingElseOfTheConfiguration() throws IOException {
        write(sysroot.deployment(PRESENT).resolve("etc/shadow"), "secret");
        write(sysroot.deployment(PRESENT).resolve("etc/yum.repos.d/mine.repo"), "mine");

        var laid = directory.resolve("laid");
        var _ = lay(laid);

        assertThat(laid.resolve("yum.repos.d/mine.repo")).hasContent("mine");
        assertThat(laid.resolve("shadow")).doesNotExist();
        assertThat(laid.resolve("dnf")).doesNotExist();
    }

    @Test
    void lacksWhatTheUserRemoved() throws IOException {
        write(sysroot.deployment(PRESENT).resolve("usr/etc/apt/apt.conf"), "gone");
        write(tree.resolve("usr/etc/apt/apt.conf"), "gone");

        var laid = directory.resolve("laid");
        var _ = lay(laid);

        assertThat(laid.resolve("apt/apt.conf")).doesNotExist();
    }

    private Sources lay(Path laid) throws IOException {
        long self = Integer.toUnsignedLong((int) Files.getAttribute(directory, "unix:uid"));
        var resolutions = new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), self));
        return new MachineSources(sysroot, new ConfigMerge(new ScriptedProcesses()), resolutions)
                .lay(PRESENT, tree, laid);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
