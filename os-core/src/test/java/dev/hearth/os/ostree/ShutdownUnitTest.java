package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Installation;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.core.text.UnitWord;
import dev.hearth.os.OsEvent;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.SystemUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownUnitTest {
    private final List<OsEvent> events = new ArrayList<>();

    @TempDir
    private Path directory;

    private ScriptedProcesses processes;
    private Path root;
    private Path launcher;
    private Path unit;

    @BeforeEach
    void makeHost() throws IOException {
        processes = new ScriptedProcesses().installed("systemctl").answerAny(0);
        root = directory.toRealPath().resolve("root");
        unit = Files.createDirectories(root.resolve("run/systemd/system")).resolve("hearth-finish.service");
        var writing = root.resolve("usr/lib/systemd/system/ostree-finalize-staged.service");
        Files.createFile(Files.createDirectories(writing.getParent()).resolve(writing.getFileName()));
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(root.resolve("opt/hearth/lib"), mode);
        launcher = Files.createDirectory(root.resolve("opt/hearth/bin"), mode).resolve("hearth");
        Files.createFile(launcher, mode);
    }

    private ShutdownUnit shutdown() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(launcher, "unix:uid"));
        var units = new SystemUnits(root, processes, new Installation(root.resolve("opt"), owner, launcher));
        return new ShutdownUnit(
                root,
                units,
                new Actions(processes, finished -> finished.orThrow().succeeded()));
    }

    @Test
    void knowsWhetherAnythingWritesOutWhatIsStaged() throws IOException {
        assertThat(shutdown().writesOut()).isTrue();

        Files.delete(root.resolve("usr/lib/systemd/system/ostree-finalize-staged.service"));
        assertThat(shutdown().writesOut()).isFalse();
    }

    @Test
    void startsAUnitThatStopsAfterLibostrees() throws IOException {
        shutdown().haveFinished(events::add);

        assertThat(unit)
                .content()
                .contains("ExecStop=" + UnitWord.quoted(launcher.toString()) + " --yes os finish\n")
                .containsPattern("Before=.*ostree-finalize-staged.service");
        assertThat(processes.ran())
                .extracting(command -> String.join(" ", command.argv()))
                .containsExactly("systemctl daemon-reload", "systemctl start hearth-finish.service");
    }

    @Test
    void leavesItWhereItIsAlready() throws IOException {
        shutdown().haveFinished(events::add);
        events.clear();

        shutdown().haveFinished(events::add);

        assertThat(events).isEmpty();
    }

    @Test
    void saysWhereItCannotBe() throws IOException {
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxrwxrwx"));

        shutdown().haveFinished(events::add);

        assertThat(events)
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("goes over by whole files");
        assertThat(unit).doesNotExist();
    }
}
