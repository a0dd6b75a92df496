package dev.hearth.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.core.process.ProgramFailed;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.engine.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final String[] APT = {"apt-get", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"
    };
    private static final Path FILE = Path.of("/etc/containers/containers.conf.d/hearth.conf");
    private static final Step IDS = new Step.AddSubordinateIds("ann", 100_000, 65_536);
    private static final Step LINGER = new Step.EnableLinger("ann");

    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final List<String> told = new ArrayList<>();
    private long uid;

    @TempDir
    Path directory;

    @BeforeEach
    void findOwner() throws IOException {
        uid = ((Integer) Files.getAttribute(directory, "unix:uid")).longValue();
    }

    @Test
    void listsEachChangeBeforeItIsMade() {
        processes.answer(1, "", "usermod: user is busy\n", addIds());

        assertThatThrownBy(() -> carryOut(IDS, LINGER)).isInstanceOf(ProgramFailed.class);

        assertThat(setup().changes()).containsExactly(IDS);
    }

    @Test
    void listsAChangeOnceWhenItIsMadeAgain() {
        processes.answer("", addIds());

        carryOut(IDS);
        carryOut(IDS);

        assertThat(setup().changes()).containsExactly(IDS);
    }

    @Test
    void takesChangesBackLatestFirst() {
        processes
                .answer("", addIds())
                .answer("", "loginctl", "enable-linger", "ann")
                .answer("", "loginctl", "disable-linger", "ann")
                .answer("", "usermod", "--del-subuids", "100000-165535", "--del-subgids", "100000-165535", "ann");
        carryOut(IDS, LINGER);

        setup().undo();

        processes.verify();
        assertThat(setup().changes()).isEmpty();
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void takesNothingFromAUserWhoHasGone() {
        var gone = new String[] {"usermod", "--del-subuids", "100000-165535", "--del-subgids", "100000-165535", "ann"};
        processes.answer("", addIds()).answer(6, "", "usermod: user 'ann' does not exist", gone);
        carryOut(IDS);

        setup().undo();

        processes.verify();
        assertThat(setup().changes()).isEmpty();
    }

    @Test
    void goesOnWhenOneChangeCannotBeTakenBack() {
        processes
                .answer("", addIds())
                .answer("", "loginctl", "enable-linger", "ann")
                .answer(1, "", "no such user", "loginctl", "disable-linger", "ann")
                .answer("", "usermod", "--del-subuids", "100000-165535", "--del-subgids", "100000-165535", "ann");
        carryOut(IDS, LINGER);

        assertThatThrownBy(() -> setup().undo()).isInstanceOf(ProgramFailed.class);

        assertThat(setup().changes()).containsExactly(LINGER);
        assertThat(told)
                .contains("warning: This stays as it is: `loginctl disable-linger ann` failed with status 1:"
                        + " no such user");
    }

    @Test
    void removesExactlyThePackagesThatWereNotThere() {
        processes
                .answer("", apt("update"))
                .answer("""
                        Inst conmon (2.1 Debian:12)
                        Inst curl [7.88-14] (7.88-15 Debian:12)
                        Inst podman (4.3)
                        Conf podman (4.3)
                        """, apt("--simulate", "install", "podman"))
                .answer("", apt("install", "podman"))
                .answer("Remv podman [4.3]\nRemv conmon [2.1]\n", apt("--simulate", "remove", "conmon", "podman"))
                .answer("", apt("remove", "conmon", "podman"));
        carryOut(new Step.InstallPackages(PackageManager.APT, List.of("podman"), List.of()));

        setup().undo();

        processes.verify();
    }

    @Test
    void keepsPackagesThatOthersNeedByNow() {
        processes
                .answer("", apt("update"))
                .answer("Inst podman (4.3)\n", apt("--simulate", "install", "podman"))
                .answer("", apt("install", "podman"))
                .answer("Remv toolbox [0.1]\nRemv podman [4.3]\n", apt("--simulate", "remove", "podman"));
        carryOut(new Step.InstallPackages(PackageManager.APT, List.of("podman"), List.of()));

        setup().undo();

        processes.verify();
        assertThat(told).contains("warning: The packages stay, since others need them by now: toolbox");
    }

    @Test
    void restoresAFileThatWasThere() {
        var owner = new Owner("me", uid, uid);
        processes
                .answer("old\n", "cat", "--", FILE.toString())
                .answer("", "mkdir", "--parents", "--", "/etc/containers/containers.conf.d")
                .answer("", "tee", "--", FILE.toString());
        carryOut(new Step.WriteFile(FILE, "new\n", "a test", owner, null));

        setup().undo();

        assertThat(processes.ran().stream().filter(command -> command.program().equals("tee")))
                .extracting(command -> String.valueOf(command.input()))
                .containsExactly("new\n", "old\n");
    }

    @Test
    void tellsAUserTheOneCommandThatRootHasToRun() throws IOException {
        scriptAnn().installed("apt-get", "sudo");
        Files.createDirectories(directory.resolve("proc/sys/user"));
        Files.writeString(directory.resolve("proc/sys/user/max_user_namespaces"), "1\n");

        var plan = setup(account(1001, "ann")).plan(null, null);

        assertThat(plan.engine()).isEqualTo(EngineKind.PODMAN);
        assertThat(plan.rootCommand()).hasToString("sudo /opt/hearth/bin/hearth setup --engine podman --for ann");
        assertThatThrownBy(() -> setup(account(1001, "ann")).carryOut(plan))
                .isInstanceOf(RootNeeded.class)
                .hasMessage("Preparing this machine needs root, once");
    }

    @Test
    void namesSuWhereThereIsNoSudo() throws IOException {
        scriptAnn().installed("apt-get");

        var plan = setup(account(1001, "ann")).plan(EngineKind.DOCKER, null);

        assertThat(plan.rootCommand()).hasToString("su -c '/opt/hearth/bin/hearth setup --engine docker --for ann'");
    }

    private ScriptedProcesses scriptAnn() {
        var settings = "/home/ann/.config/containers/";
        return processes
                .answer("ann:x:1001:1001::/home/ann:/bin/bash\n", "getent", "passwd", "ann")
                .answer(1, "", "", "cat", "--", settings + "containers.conf.d/hearth.conf")
                .answer(1, "", "", "cat", "--", settings + "storage.conf")
                .answer("ann\n", "id", "-nG", "ann");
    }

    private static String[] addIds() {
        return new String[] {"usermod", "--add-subuids", "100000-165535", "--add-subgids", "100000-165535", "ann"};
    }

    private static String[] apt(String... words) {
        return Stream.of(APT, words).flatMap(Stream::of).toArray(String[]::new);
    }

    private void carryOut(Step... steps) {
        setup().carryOut(new SetupPlan(EngineKind.PODMAN, List.of(), List.of(steps), null));
    }

    private Setup setup() {
        return setup(account(uid, "me"));
    }

    private Setup setup(Account account) {
        var state = directory.resolve("state");
        return new Setup(directory, processes, new Telling(), account, state, state, Path.of("/opt/hearth/bin/hearth"));
    }

    private static Account account(long uid, String name) {
        return new Account(name, uid, uid, List.of(), "", Path.of("/home", name), Path.of("/bin/sh"));
    }

    private final class Telling implements SetupNarrator {
        @Override
        public void doing(Step step) {
            told.add("doing: " + step.sentence());
        }

        @Override
        public void undoing(Step step) {
            told.add("undoing: " + step.undoSentence());
        }

        @Override
        public void said(String line) {
            told.add("said: " + line);
        }

        @Override
        public void warning(String sentence) {
            told.add("warning: " + sentence);
        }
    }
}
