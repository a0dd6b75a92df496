package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsTest {
    @TempDir
    private Path directory;

    private Path tree;
    private Path upper;

    @BeforeEach
    void makeATreeWithOneKernel() throws IOException {
        tree = directory.resolve("tree");
        upper = directory.resolve("upper");
        write(tree, "usr/lib/modules/1/vmlinuz");
    }

    @Test
    void needNothingWhenOrdinaryFilesCome() throws IOException {
        write(upper, "usr/bin/tool");

        var kernels = Kernels.of(tree, upper);

        assertThat(kernels.remaining()).containsExactly("1");
        assertThat(kernels.concernInitramfs(upper)).isFalse();
    }

    @Test
    void takeTheOldOneAwayWhenItsFilesGoAndAnotherComes() throws IOException {
        write(upper, "usr/lib/modules/1/kernel/removed");
        write(upper, "boot/vmlinuz-2");

        var kernels = Kernels.of(tree, upper);
        kernels.settle(upper, tree);

        assertThat(kernels).isEqualTo(new Kernels(Set.of("1"), Set.of("2"), Set.of("1")));
        assertThat(kernels.remaining()).containsExactly("2");
        assertThat(tree.resolve("usr/lib/modules/1")).doesNotExist();
        assertThat(tree.resolve("usr/lib/modules/2/vmlinuz")).exists();
    }

    @Test
    void cannotBeTwo() throws IOException {
        write(upper, "usr/lib/modules/2/vmlinuz");

        assertThatThrownBy(() -> Kernels.of(tree, upper).remaining())
                .isInstanceOf(LayerFailed.class)
                .hasMessage("It brings a kernel beside the base's own, and a deployment starts with one: 1, 2");
    }

    @Test
    void needANewInitramfsWhenModulesOrItsIngredientsChange() throws IOException {
        write(upper, "usr/lib/modules/1/updates/driver.ko");
        assertThat(Kernels.of(tree, upper).concernInitramfs(upper)).isTrue();

        var other = directory.resolve("other");
        write(other, "etc/dracut.conf.d/ours.conf");
        assertThat(Kernels.of(tree, other).concernInitramfs(other)).isTrue();
    }

    private static void write(Path top, String path) throws IOException {
        var file = top.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
