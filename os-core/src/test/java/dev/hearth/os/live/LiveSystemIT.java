package dev.hearth.os.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.packages.PackageDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds to a root whose /usr is what ostree makes of it: a layer over the deployment, which only its mounter may write to. */
class LiveSystemIT {
    private final List<OsEvent> events = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path running;
    private Path next;
    private Path root;

    @BeforeEach
    void mountALayer() throws IOException {
        Needed.root();
        Needed.programs("unshare", "mount");
        running = LiveTrees.layOut(directory.resolve("running"));
        next = LiveTrees.layOut(directory.resolve("next"));
        root = directory.resolve("root");
        LiveTrees.text(root, "etc/tools", "tool\n");
        LiveTrees.text(root, "etc/own", "changed here\n");
        for (var name : List.of("root/usr", "upper", "work")) {
            Files.createDirectories(directory.resolve(name));
        }
        ItHost.run(
                "mount",
                "-t",
                "overlay",
                "-o",
                "ro,lowerdir=%1$s/running/usr,upperdir=%1$s/upper,workdir=%1$s/work".formatted(directory),
                "overlay",
                root.resolve("usr").toString());
    }

    @AfterEach
    void unmount() {
        ItHost.processes().run(Command.of("umount", root.resolve("usr").toString()));
    }

    @Test
    void addsWhatTheNextOneHasMoreAndLeavesTheDeploymentAlone() throws IOException {
        LiveTrees.addPackage(next, "extra", "2.0", List.of("usr/bin/extra", "usr/lib/extra/a/one two"));
        LiveTrees.text(next, "usr/share/cache", "tool extra\n");
        LiveTrees.text(next, "usr/etc/tools", "tool extra\n");
        LiveTrees.text(next, "usr/etc/own", "delivered anew\n");
        LiveTrees.text(next, "usr/etc/extra/conf", "extra\n");
        ItHost.run("chmod", "4755", next.resolve("usr/bin/extra").toString());
        ItHost.run(
                "setfattr",
                "-n",
                "trusted.it",
                "-v",
                "1",
                next.resolve("usr/bin/extra").toString());

        assertThat(system().steps(addition()))
                .extracting(Step::text)
                .contains("Leave as it is what was changed here: /etc/own");
        var addition = addition();
        add(addition);
        // As after a cut.
        add(addition);

        assertThat(root.resolve("usr/bin/extra")).hasContent("extra 2.0");
        assertThat(ItHost.run("stat", "-c", "%a", root.resolve("usr/bin/extra").toString()))
                .isEqualTo("4755\n");
        assertThat(root.resolve("usr/lib/extra/a/one two")).exists();
        assertThat(root.resolve("usr/share/cache")).hasContent("tool extra");
        assertThat(root.resolve("etc/tools")).hasContent("tool extra");
        assertThat(root.resolve("etc/extra/conf")).hasContent("extra");
        assertThat(root.resolve("etc/own")).hasContent("changed here");
        assertThat(new PackageDatabase(ItHost.processes()).read(root).packages())
                .hasSize(2);
        // The others still cannot write, and nothing came into the deployment.
        assertThat(ItHost.processes()
                        .run(Command.of("touch", root.resolve("usr/it").toString()))
                        .succeeded())
                .isFalse();
        assertThat(running.resolve("usr/bin/extra")).doesNotExist();
        assertThat(directory.resolve("staging")).doesNotExist();
    }

    private LiveSystem system() {
        return new LiveSystem(root, ItHost.processes());
    }

    private LiveAddition addition() {
        return system().addition(running, next, new PackageDatabase(ItHost.processes()));
    }

    private void add(LiveAddition addition) {
        system().add(addition, next, directory.resolve("staging"), events::add);
    }
}
