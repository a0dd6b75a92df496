package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
    @TempDir
    private Path directory;

    @Test
    void isClosedToOthers() throws IOException {
        var made = cache(100).directory("apt/lists");

        assertThat(made).isDirectory();
        assertThat(Files.getPosixFilePermissions(directory.resolve("cache")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void dropsPackagesThatWereFetchedFirstAndKeepsLists() throws IOException {
        var cache = cache(250);
        var lists = Files.write(cache.directory("apt/lists").resolve("Packages"), new byte[100]);
        var first = Files.write(cache.directory("dnf").resolve("first.rpm"), new byte[100]);
        awaitNextTick(first);
        var second = Files.write(cache.directory("apt").resolve("second.deb"), new byte[100]);

        cache.trim();

        assertThat(lists).exists();
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    @Test
    void isContentWithNothing() throws IOException {
        cache(0).trim();

        assertThat(directory.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void tellsWhetherPackagesCameAfterTheLists() throws IOException {
        var cache = cache(100);
        var early = Files.createFile(cache.directory("apt/archives").resolve("early.deb"));
        awaitNextTick(early);
        var list = Files.createFile(cache.directory("apt/lists").resolve("Packages"));
        awaitNextTick(list);
        Files.createFile(cache.directory("apt/archives").resolve("late.deb"));

        assertThat(cache.cameAfter("apt/lists", "apt/archives", List.of("late.deb")))
                .isTrue();
        assertThat(cache.cameAfter("apt/lists", "apt/archives", List.of("late.deb", "early.deb")))
                .isFalse();
        assertThat(cache.cameAfter("apt/lists", "apt/archives", List.of("missing.deb")))
                .isFalse();
    }

    /** The kernel's clock for files is coarse. */
    private void awaitNextTick(Path file) throws IOException {
        var probe = directory.resolve("probe");
        do {
            Files.deleteIfExists(probe);
            Files.createFile(probe);
        } while (Files.getAttribute(probe, "unix:ctime").equals(Files.getAttribute(file, "unix:ctime")));
    }

    private LayerCache cache(long bytes) throws IOException {
        int owner = (int) Files.getAttribute(directory, "unix:uid");
        return new LayerCache(directory.resolve("cache"), owner, bytes);
    }
}
