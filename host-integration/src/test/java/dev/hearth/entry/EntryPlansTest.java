package dev.hearth.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.FakeContainerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryPlansTest {
    private static final String STATUS =
            "Uid:\t0\t0\t0\t0\nGroups:\t0 \nUmask:\t0022\nNoNewPrivs:\t0\nSeccomp:\t0\nCapInh:\t0\nCapAmb:\t0\n";

    @TempDir
    private Path root;

    private String asking = "";
    private final AtomicInteger asked = new AtomicInteger();
    private final FakeContainerEngine engine = new FakeContainerEngine()
            .withImage("debian:12")
            .withProgram("cat", (_, _, line) -> {
                asked.incrementAndGet();
                (STATUS + "CapPrm:\t3f\nCapEff:\t3f\nCapBnd:\t3f\n0\nHOME=/root\0")
                        .lines()
                        .forEach(line);
                return 0;
            });

    @BeforeEach
    void startAContainer() throws IOException {
        var id = engine.create(ContainerRequests.plain("dev", "debian:12"));
        engine.start(id);
        var container = container();
        write("proc/" + container.pid() + "/stat", container.pid() + " (a ) b) S" + " 0".repeat(18) + " 777 0\n");
        write("proc/" + container.pid() + "/cgroup", "1:name=systemd:/docker/" + container.id() + "\n0::/\n");
        write("proc/sys/kernel/random/boot_id", "26a71a59\n");
        write("proc/self/status", STATUS + "CapBnd:\tff\n");
        write("proc/self/limits", "");
        write("proc/self/oom_score_adj", "0\n");
        write("lib/hearth.aot", "");
        for (var tool : new String[] {"nsenter", "setpriv", "setsid", "env"}) {
            var file = write("usr/bin/" + tool, "");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void writesAPlanForItsOwnerAlone() throws IOException {
        keep();

        assertThat(Files.readString(plan()))
                .contains("\nstart 777\n")
                .contains("""
                join root
                groups 0
                bounding -cap_6,-cap_7
                """)
                .contains("variable HOME=/root\n");
        assertThat(Files.getPosixFilePermissions(plan())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(plan().getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void asksTheEngineOnceAStart() throws IOException {
        keep();
        keep();
        assertThat(asked).hasValue(1);

        write("proc/" + container().pid() + "/stat", container().pid() + " (b) S" + " 0".repeat(18) + " 888 0\n");
        keep();

        assertThat(asked).hasValue(2);
        assertThat(Files.readString(plan())).contains("\nstart 888\n");
    }

    @Test
    void isForEachCallerThatMeansThePetByAnotherWord() throws IOException {
        keep();
        asking = "docker";
        keep();

        assertThat(asked).hasValue(1);
        assertThat(Files.readString(plan())).startsWith("""
                hearth-entry 1
                choice ||||
                choice docker||||
                boot 26a71a59
                """).contains("\njoin root\n");

        // Which could have gone by the plan, so that something has changed for all.
        keep();

        assertThat(asked).hasValue(1);
        assertThat(EntryPlan.choices(Files.readString(plan()))).containsExactly("docker||||");
    }

    @Test
    void forgetsThePlansOfAnotherHearth() throws IOException {
        keep();
        var other = Files.writeString(plan().resolveSibling("other"), "of the same");
        Files.setLastModifiedTime(root.resolve("lib/hearth.aot"), FileTime.from(Instant.EPOCH));

        keep();

        assertThat(other).doesNotExist();
        assertThat(plan()).exists();
        assertThat(plan().resolveSibling(".made-with"))
                .satisfies(made -> assertThat(Files.getLastModifiedTime(made)).isEqualTo(FileTime.from(Instant.EPOCH)));
    }

    @Test
    void leavesJoiningToTheEngineWhereTheHostLacksSomething() throws IOException {
        Files.delete(root.resolve("usr/bin/nsenter"));

        keep();

        assertThat(Files.readString(plan())).doesNotContain("join").endsWith("\ngo\n");
    }

    @Test
    void leavesJoiningToTheEngineWhereTheProcessThereCanDoMore() throws IOException {
        write("proc/self/status", STATUS + "CapBnd:\t1f\n");

        keep();

        assertThat(Files.readString(plan())).doesNotContain("join");
    }

    @Test
    void makesNoneForAProcessThatItDoesNotSee() throws IOException {
        Files.delete(root.resolve("proc/" + container().pid() + "/stat"));

        keep();

        assertThat(plan()).doesNotExist();
    }

    @Test
    void forgetsAPlan() {
        keep();

        plans().forget("dev");

        assertThat(plan()).doesNotExist();
    }

    private void keep() {
        plans().keep(new EntryPlans.RunningPet("dev", container(), "0:0", "/run/host", true));
    }

    private Container container() {
        return engine.find("dev").orElseThrow();
    }

    private EntryPlans plans() {
        try {
            long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
            var runtime = new PrivateDirectory(root.resolve("run/hearth"), owner);
            return new EntryPlans(
                    engine,
                    runtime,
                    new PlanDirectory(runtime, root.resolve("lib/hearth.aot")),
                    EngineWords.of(asking, new Environment(Map.of())),
                    new ScriptedProcesses().answerAny(0),
                    root);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path plan() {
        return root.resolve("run/hearth/entries/dev");
    }

    private Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
