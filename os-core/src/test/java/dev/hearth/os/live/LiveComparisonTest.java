package dev.hearth.os.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveComparisonTest {
    @TempDir
    private Path directory;

    private Path running;
    private Path next;
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        running = LiveTrees.layOut(directory.resolve("running"));
        next = LiveTrees.layOut(directory.resolve("next"));
        root = LiveTrees.layOut(directory.resolve("root"));
        LiveTrees.text(root, "etc/tools", "tool\n");
        LiveTrees.text(root, "etc/own", "changed here\n");
    }

    private LiveAddition addition() {
        return new LiveComparison(running, next, root).addition(new PackageDatabase(new ScriptedProcesses()));
    }

    @Test
    void findsWhatComesInAddition() throws IOException {
        LiveTrees.addPackage(
                next, "extra", "2.0", List.of("usr/bin/extra", "usr/lib/extra/a/one", "usr/lib/extra/two"));
        LiveTrees.text(next, "usr/share/cache", "tool extra\n");
        LiveTrees.text(next, "usr/lib/modules/6.1.0/initramfs.img", "tool extra");
        LiveTrees.text(next, "usr/etc/tools", "tool extra\n");
        LiveTrees.text(next, "usr/etc/own", "delivered anew\n");
        LiveTrees.text(next, "usr/etc/extra/conf", "extra\n");

        var addition = addition();

        assertThat(addition.packages()).extracting(InstalledPackage::name).containsExactly("extra");
        assertThat(addition.added())
                .containsExactly(
                        Path.of("usr/bin/extra"),
                        Path.of("usr/lib/extra"),
                        Path.of("usr/lib/sysimage/dpkg/info/extra.list"));
        assertThat(addition.renewed())
                .containsExactly(Path.of("usr/lib/sysimage/dpkg/status"), Path.of("usr/share/cache"));
        assertThat(addition.configuration()).containsExactly(Path.of("etc/extra/conf"), Path.of("etc/tools"));
        assertThat(addition.kept()).containsExactly(Path.of("etc/own"));
    }

    @Test
    void refusesAnotherVersionOfWhatIsHere() throws IOException {
        var other = directory.resolve("other");
        LiveTrees.text(other, "usr/lib/sysimage/dpkg/status", "");
        LiveTrees.addPackage(other, "tool", "1.1", List.of("usr/bin/tool"));
        next = other;

        assertThatThrownBy(this::addition).isInstanceOf(ReplacesWhatRuns.class).hasMessageContaining("tool");
    }

    @Test
    void refusesToTakeAPackageAway() throws IOException {
        for (var tree : List.of(running, root)) {
            LiveTrees.addPackage(tree, "old", "1.0", List.of("usr/bin/old"));
        }
        LiveTrees.addPackage(next, "extra", "2.0", List.of("usr/bin/extra"));

        assertThatThrownBy(this::addition).isInstanceOf(ReplacesWhatRuns.class).hasMessageContaining("old goes");
    }

    @Test
    void refusesAFileOfAPackageThatIsAnotherOne() throws IOException {
        LiveTrees.addPackage(next, "extra", "2.0", List.of("usr/bin/extra"));
        LiveTrees.text(next, "usr/bin/tool", "diverted\n");

        assertThatThrownBy(this::addition).isInstanceOf(ReplacesWhatRuns.class).hasMessageContaining("/usr/bin/tool");
    }

    @Test
    void refusesToTakeAwayWhatWasAddedBefore() throws IOException {
        LiveTrees.addPackage(root, "before", "1.0", List.of("usr/bin/before"));
        LiveTrees.addPackage(next, "extra", "2.0", List.of("usr/bin/extra"));

        assertThatThrownBy(this::addition).isInstanceOf(ReplacesWhatRuns.class).hasMessageContaining("before goes");
    }

    @Test
    void addsToWhatWasAddedBefore() throws IOException {
        for (var tree : List.of(root, next)) {
            LiveTrees.addPackage(tree, "before", "1.0", List.of("usr/bin/before"));
        }
        LiveTrees.addPackage(next, "extra", "2.0", List.of("usr/bin/extra"));
        LiveTrees.text(root, "etc/before/conf", "before\n");
        LiveTrees.text(next, "usr/etc/before/conf", "before\n");

        var addition = addition();

        assertThat(addition.packages()).extracting(InstalledPackage::name).containsExactly("extra");
        assertThat(addition.kept()).isEmpty();
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        Files.writeString(next.resolve("usr/share/cache"), "written anew\n");

        assertThatThrownBy(this::addition).isInstanceOf(NothingToAdd.class);
    }
}
