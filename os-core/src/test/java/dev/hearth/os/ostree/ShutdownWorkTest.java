package dev.hearth.os.ostree;

import static dev.hearth.os.ostree.CommitObjectTest.BASE;
import static dev.hearth.os.ostree.CommitObjectTest.LAYERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.DeploymentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownWorkTest {
    private static final DeploymentId NEW = new DeploymentId("debian", LAYERED, 0);
    private static final DeploymentId RUNS = new DeploymentId("debian", BASE, 0);
    private static final String ORIGIN = "[origin]\nrefspec=up:debian/12/x86_64/base\n";

    private final List<String> merged = new ArrayList<>();

    @TempDir
    private Path root;

    private SysrootFiles files;
    private Sysroot sysroot;
    private StagedNote note;

    @BeforeEach
    void layOut() throws IOException {
        files = new SysrootFiles(root).commit(BASE, "base").commit(LAYERED, "layered");
        sysroot = files.sysroot();
        Files.createDirectories(sysroot.extension());
        note = new StagedNote(sysroot);
    }

    private ShutdownWork work() throws IOException {
        var processes = new ScriptedProcesses();
        var ostree = new Ostree(sysroot, processes);
        var deployments = new Deployments(sysroot, sysroot.deployment(RUNS));
        var order = new BootOrder(sysroot, BootDisk.of(sysroot, processes), InstantSource.system());
        var journal = new Journal(sysroot);
        var leftovers = new Leftovers(sysroot, ostree, deployments, order, journal, note);
        long uid = Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
        return new ShutdownWork(
                sysroot,
                deployments,
                new Transactions(sysroot, deployments, leftovers, journal, new Caller(uid, "a test")),
                (from, to, _) -> merged.add(from.getFileName() + " " + to.getFileName()),
                note);
    }

    @Test
    void mergesIntoWhatWasWrittenOutOnce() throws IOException {
        files.deploy(NEW, ORIGIN).deploy(RUNS, ORIGIN);
        note.write(new StagedNote.Entry(NEW, true));

        assertThat(work().finish(_ -> {})).contains(NEW);
        assertThat(work().finish(_ -> {})).isEmpty();

        assertThat(merged).containsExactly(RUNS.directory() + " " + NEW.directory());
    }

    @Test
    void leavesWholeFilesThatWereAskedFor() throws IOException {
        files.deploy(NEW, ORIGIN).deploy(RUNS, ORIGIN);
        note.write(new StagedNote.Entry(NEW, false));

        assertThat(work().finish(_ -> {})).contains(NEW);

        assertThat(merged).isEmpty();
    }

    @Test
    void waitsForWhatIsNotWrittenOut() throws IOException {
        files.deploy(RUNS, ORIGIN).lay(NEW, ORIGIN);
        StagedFile.write(sysroot.deployment(RUNS), NEW, List.of());
        note.write(new StagedNote.Entry(NEW, true));

        assertThat(work().finish(_ -> {})).isEmpty();
        assertThat(work().unfinished()).isEmpty();

        assertThat(merged).isEmpty();
        assertThat(note.read()).isPresent();
    }

    @Test
    void hasNothingToDoWhereNothingWasStaged() throws IOException {
        files.deploy(NEW, ORIGIN).deploy(RUNS, ORIGIN);

        assertThat(work().finish(_ -> {})).isEmpty();
        assertThat(work().unfinished()).isEmpty();

        assertThat(merged).isEmpty();
    }

    @Test
    void saysWhatNeverCame() throws IOException {
        files.deploy(RUNS, ORIGIN);
        note.write(new StagedNote.Entry(NEW, true));

        assertThat(work().unfinished())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(NEW.toString()));
    }
}
