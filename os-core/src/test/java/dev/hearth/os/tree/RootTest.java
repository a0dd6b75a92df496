package dev.hearth.os.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootTest {
    @TempDir
    private Path directory;

    private Root root;

    @BeforeEach
    void layOut() throws IOException {
        root = new Root(directory.resolve("root"));
        file("root/usr/bin/tool", "tool");
        link("root/bin", "usr/bin");
        link("root/usr/bin/absolute", "/usr/bin/tool");
        link("root/usr/bin/upwards", "../../../../usr/bin/tool");
        link("root/usr/bin/circle", "circle");
        link("root/usr/bin/dangling", "/usr/bin/none");
        file("outside", "not of the tree");
        link("root/usr/bin/outside", "/../outside");
    }

    @Test
    void followsLinksWithinTheTreeAlone() {
        var tool = root.directory().resolve("usr/bin/tool");

        assertThat(root.find(Path.of("/usr/bin/tool"))).contains(tool);
        assertThat(root.find(Path.of("/bin/absolute"))).contains(tool);
        assertThat(root.find(Path.of("/bin/upwards"))).contains(tool);
        assertThat(root.find(Path.of("/bin/circle"))).isEmpty();
        assertThat(root.find(Path.of("/bin/dangling"))).isEmpty();
        assertThat(root.find(Path.of("/bin/outside"))).isEmpty();
        assertThat(root.find(Path.of("/../outside"))).isEmpty();
    }

    @Test
    void listsADirectoryByItsPathsInside() {
        assertThat(root.list(Path.of("/"))).containsExactly(Path.of("/bin"), Path.of("/usr"));
        assertThat(root.list(Path.of("/usr/bin/tool"))).isEmpty();
        assertThat(root.list(Path.of("/none"))).isEmpty();
    }

    @Test
    void comparesWhatLiesAtAPath() throws IOException {
        var other = new Root(directory.resolve("other"));
        file("other/usr/bin/tool", "tool");
        file("other/usr/bin/absolute", "another");

        assertThat(root.hasSame(Path.of("/usr/bin/tool"), other)).isTrue();
        assertThat(root.hasSame(Path.of("/usr/bin/absolute"), other)).isFalse();
        assertThat(root.hasSame(Path.of("/usr/bin/upwards"), other)).isFalse();
        assertThat(root.hasSame(Path.of("/usr/bin/none"), other)).isTrue();
    }

    private void file(String path, String content) throws IOException {
        Files.createDirectories(directory.resolve(path).getParent());
        Files.writeString(directory.resolve(path), content);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(directory.resolve(path), Path.of(target));
    }
}
