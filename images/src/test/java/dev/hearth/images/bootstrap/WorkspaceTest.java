package dev.hearth.images.bootstrap;

import static dev.hearth.images.bootstrap.BootstrapFixture.DEBIAN_12;
import static dev.hearth.images.bootstrap.BootstrapFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path directory;

    private BootstrapHost host;

    @BeforeEach
    void makeAHost() throws IOException {
        host = BootstrapFixture.host(directory, DEBIAN_12);
        Files.createDirectories(host.scratch());
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (var workspace = open()) {
            write(workspace.layout().scratch().resolve("mmdebstrap.x/etc/passwd"), "x");
            write(workspace.layout().file("root.tar"), "x");
        }

        try (var files = Files.list(directory.resolve("cache/bootstrap"))) {
            assertThat(files).containsExactly(directory.resolve("cache/bootstrap/lock"));
        }
        assertThat(host.scratch()).isEmptyDirectory();
    }

    @Test
    void clearsAwayWhatAKilledHearthLeftBehind() {
        var left = new WorkLayout(host, directory.resolve("cache/bootstrap/work-123"));
        write(left.file("lock"), "process 4711");
        write(left.file("root/etc/passwd"), "x");
        write(left.scratch().resolve("mmdebstrap.x/etc/passwd"), "x");

        open().close();

        assertThat(left.directory()).doesNotExist();
        assertThat(left.scratch()).doesNotExist();
    }

    @Test
    void leavesTheWorkOfAnotherAlone() {
        try (var one = open();
                var other = open()) {
            assertThat(one.layout().directory())
                    .isNotEqualTo(other.layout().directory())
                    .isDirectory();
        }
    }

    @Test
    void writesWhatThePlanWants() throws IOException {
        write(directory.resolve("ours.crt"), "our authority");

        try (var workspace = open()) {
            workspace.write(
                    Map.of("debian.sources", "Types: deb\n", "overlay/etc/a b", "text"),
                    List.of(new CarriedFile(directory.resolve("ours.crt"), "usr/local/ours.crt")));

            assertThat(workspace.layout().file("debian.sources")).hasContent("Types: deb\n");
            assertThat(workspace.layout().overlay().resolve("usr/local/ours.crt"))
                    .hasContent("our authority");
            assertThat(workspace.layout().overlayList()).hasContent("etc/a b\nusr/local/ours.crt\n");
        }
    }

    private Workspace open() {
        return Workspace.open(host, new ScriptedProcesses());
    }
}
