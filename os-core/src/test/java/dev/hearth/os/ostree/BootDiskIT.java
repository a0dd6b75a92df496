package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a disk past the kernel that has it mounted, as a boot loader does after the power has failed. */
class BootDiskIT {
    @TempDir
    private Path directory;

    private Path image;
    private Path boot;

    @BeforeEach
    void mountADisk() throws IOException {
        Needed.root();
        Needed.programs("mke2fs", "debugfs", "mount", "fsfreeze");
        image = directory.resolve("disk");
        boot = Files.createDirectory(directory.resolve("boot"));
        ItHost.run("truncate", "--size=64M", image.toString());
        ItHost.run("mke2fs", "-q", "-t", "ext4", image.toString());
        ItHost.run("mount", "-o", "loop", image.toString(), boot.toString());
    }

    @AfterEach
    void unmount() {
        if (boot != null) {
            ItHost.run("umount", boot.toString());
        }
    }

    @Test
    void hasWhatWasWrittenReadWithoutTheJournal() throws IOException {
        var entries = Files.createDirectories(boot.resolve("loader.1/entries"));
        Files.writeString(entries.resolve("ostree-1.conf"), "title one\n");
        Files.createSymbolicLink(boot.resolve("loader"), Path.of("loader.1"));

        new BootDisk(directory, boot, true, ItHost.processes()).settle();

        assertThat(onDisk("loader/entries/ostree-1.conf")).isEqualTo("title one\n");
    }

    @Test
    void canBeWrittenToAfterwards() throws IOException {
        var disk = new BootDisk(directory, boot, true, ItHost.processes());
        disk.settle();
        Files.writeString(boot.resolve("later"), "later\n");
        disk.settle();

        assertThat(onDisk("later")).isEqualTo("later\n");
    }

    @Test
    void takesAFileSystemThatCannotBeFrozen() {
        assertThatNoException()
                .isThrownBy(() -> new BootDisk(directory, Path.of("/proc"), true, ItHost.processes()).settle());
    }

    private String onDisk(String path) {
        return ItHost.run("debugfs", "-R", "cat /" + path, image.toString());
    }
}
