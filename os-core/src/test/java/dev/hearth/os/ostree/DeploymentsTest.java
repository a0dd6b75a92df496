package dev.hearth.os.ostree;

import static dev.hearth.os.ostree.CommitObjectTest.BASE;
import static dev.hearth.os.ostree.CommitObjectTest.LAYERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Marks;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DeploymentsTest {
    private static final DeploymentId FIRST = new DeploymentId("debian", LAYERED, 0);
    private static final DeploymentId SECOND = new DeploymentId("debian", BASE, 0);
    private static final String PLAIN = "[origin]\nrefspec=up:debian/12/x86_64/base\n";
    private static final String LAYERS =
            "[origin]\nbaserefspec=up:debian/12/x86_64/base\n\n[packages]\nrequested=tmux;nano;\n";

    @TempDir
    private Path root;

    private SysrootFiles files;

    @BeforeEach
    void layOut() throws IOException {
        files = new SysrootFiles(root).commit(BASE, "base").commit(LAYERED, "layered");
    }

    @Test
    void findsNoneInANewSysroot(@TempDir Path empty) {
        assertThat(new Deployments(new Sysroot(empty), Path.of("/")).list()).isEmpty();
    }

    @Test
    void listsInBootOrder() throws IOException {
        files.deploy(FIRST, LAYERS).deploy(SECOND, PLAIN);

        assertThat(list()).extracting(Deployment::id).containsExactly(FIRST, SECOND);
    }

    @Test
    void tellsWhatADeploymentFollowsAndHolds() throws IOException {
        files.deploy(FIRST, LAYERS).deploy(SECOND, PLAIN);

        var layered = list().getFirst();

        assertThat(layered.source()).isEqualTo(new Source.Branch("up", "debian/12/x86_64/base"));
        assertThat(layered.origin().checksum()).isEqualTo(BASE);
        assertThat(layered.layering().requested()).containsExactly("tmux", "nano");
        assertThat(layered.layering().layered()).containsExactly("tmux");
        assertThat(layered.kernelArguments()).containsExactly("root=LABEL=root", "quiet");
    }

    @Test
    void marksTheSecondAsRollbackWhereNothingRuns() throws IOException {
        files.deploy(FIRST, LAYERS).deploy(SECOND, PLAIN);

        assertThat(list()).extracting(Deployment::marks).containsExactly(Marks.NONE, Marks.NONE.asRollback());
    }

    @Test
    void marksWhatRunsAndWhatComesAfterIt() throws IOException {
        files.deploy(FIRST, PLAIN).deploy(SECOND, PLAIN);

        var deployments = new Deployments(files.sysroot(), files.sysroot().deployment(FIRST)).list();

        assertThat(deployments)
                .extracting(Deployment::marks)
                .containsExactly(new Marks(true, false, false, false), Marks.NONE.asRollback());
    }

    @Test
    void putsWhatIsStagedFirst() throws IOException {
        files.deploy(SECOND, PLAIN).lay(FIRST, LAYERS);
        var running = files.sysroot().deployment(SECOND);
        StagedFile.write(running, FIRST, List.of("root=LABEL=root", "debug"));

        var deployments = new Deployments(files.sysroot(), running).list();

        assertThat(deployments).extracting(Deployment::id).containsExactly(FIRST, SECOND);
        assertThat(deployments.getFirst().marks()).isEqualTo(Marks.NONE.asStaged());
        assertThat(deployments.getFirst().kernelArguments()).containsExactly("root=LABEL=root", "debug");
        assertThat(deployments.getFirst().layering().requested()).containsExactly("tmux", "nano");
    }

    @Test
    void leavesToTheHostWhatIsStagedThere() throws IOException {
        files.deploy(SECOND, PLAIN).lay(FIRST, LAYERS);
        StagedFile.write(root, FIRST, List.of());

        assertThat(new Deployments(files.sysroot(), root).list())
                .extracting(Deployment::id)
                .containsExactly(SECOND);
    }

    @Test
    void refusesANoteOfWhatIsStagedThatNamesNothing() throws IOException {
        files.deploy(SECOND, PLAIN);
        var running = files.sysroot().deployment(SECOND);
        var note = Files.createDirectories(running.resolve("run/ostree")).resolve("staged-deployment");
        Files.writeString(note, "no variant");

        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(() -> new Deployments(files.sysroot(), running).list())
                .withMessageStartingWith("What waits for the shutdown, in '" + note + "', cannot be read: ");
    }

    @Test
    void doesNotRollBackToAnotherSystem() throws IOException {
        files.deploy(FIRST, PLAIN).deploy(new DeploymentId("other", BASE, 0), PLAIN);

        assertThat(list()).extracting(Deployment::marks).containsOnly(Marks.NONE);
    }

    @Test
    void seesPinsAndUnlockedDeployments() throws IOException {
        files.deploy(SECOND, PLAIN + "unlocked=hotfix\n\n[libostree-transient]\npinned=true\n");

        var deployment = list().getFirst();

        assertThat(deployment.marks().pinned()).isTrue();
        assertThat(deployment.unlocked()).isEqualTo(Unlocked.HOTFIX);
    }

    @Test
    void readsADeploymentWithoutAnOrigin() throws IOException {
        files.deploy(SECOND, PLAIN);
        Files.delete(files.sysroot().originFile(SECOND));

        assertThat(list().getFirst().source()).isEqualTo(new Source.None());
    }

    @Test
    void passesOverEntriesThatAreNotOstrees() throws IOException {
        files.deploy(SECOND, PLAIN);
        Files.writeString(files.entry("memtest.conf"), "title Memory test\nlinux /memtest\n");

        assertThat(list()).hasSize(1);
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        files.deploy(SECOND, "[origin\nrefspec");
        assertDamaged("The origin file '" + files.sysroot().originFile(SECOND) + "' cannot be read: line 1 is neither");

        Files.writeString(files.sysroot().originFile(SECOND), "[origin]\nrefspec=a b c\n");
        assertDamaged(
                "The origin file '" + files.sysroot().originFile(SECOND) + "' cannot be read: 'a b c' names no branch");

        Files.writeString(files.sysroot().originFile(SECOND), PLAIN + "unlocked=wide open\n");
        assertDamaged("The origin file '" + files.sysroot().originFile(SECOND) + "' cannot be read: unlocked");
    }

    @Test
    void namesTheEntryThatIsDamaged() throws IOException {
        var entry = files.entry("ostree-7-debian.conf");
        Files.writeString(entry, "title Broken\nversion 7\noptions quiet\n");
        assertDamaged("The boot entry '" + entry + "' cannot be read: its options name no deployment");

        Files.writeString(entry, "options ostree=/ostree/boot.0/debian/" + "b".repeat(64) + "/0\n");
        assertDamaged("The boot entry '" + entry + "' cannot be read: it has no version");

        Files.writeString(entry, "version 7\noptions ostree=/ostree/boot.0/debian/" + "b".repeat(64) + "/0\n");
        assertDamaged("The boot link '");
    }

    @Test
    void saysWhatIsInAFilesPlaceInsteadOfReadingIt() throws IOException, InterruptedException {
        files.deploy(SECOND, PLAIN);
        var origin = files.sysroot().originFile(SECOND);
        var message = "The origin file '" + origin + "' cannot be read: ";

        Files.write(origin, new byte[] {'[', (byte) 0xff, 0, ']'});
        assertDamaged(message + "it holds something else than text");

        Files.writeString(origin, "#".repeat(2 << 20));
        assertDamaged(message + "it is too large to be one");

        Files.delete(origin);
        Files.createDirectory(origin);
        assertDamaged(message + "it is no ordinary file");

        Files.delete(origin);
        new ProcessBuilder("mkfifo", origin.toString()).start().waitFor();
        assertDamaged(message + "it is no ordinary file");

        Files.write(files.entry("ostree-7-debian.conf"), new byte[] {(byte) 0xfe});
        assertDamaged(
                "The boot entry '" + files.entry("ostree-7-debian.conf") + "' cannot be read: it holds something");
    }

    @Test
    void namesTheEntryOfADeploymentThatIsGone() throws IOException {
        files.deploy(FIRST, LAYERS).deploy(SECOND, PLAIN);
        Files.delete(files.sysroot().deployment(SECOND));
        assertDamaged("The deployment '" + files.sysroot().deployment(SECOND) + "' is gone");

        Files.delete(files.entry("ostree-99-debian.conf"));

        assertThat(list()).extracting(Deployment::id).containsExactly(FIRST);
    }

    @Test
    void saysWhenTheEntriesAreGone() throws IOException {
        Files.delete(root.resolve("boot/loader.0/entries"));

        assertDamaged("The link '" + root.resolve("boot/loader") + "' names no set of boot entries: no entries lie");
    }

    @Test
    void namesTheLoaderLinkThatIsDamaged() throws IOException {
        Files.delete(root.resolve("boot/loader"));
        Files.createSymbolicLink(root.resolve("boot/loader"), Path.of("loader.7"));

        assertDamaged("The link '" + root.resolve("boot/loader") + "' names no set of boot entries");
    }

    private List<Deployment> list() {
        return new Deployments(files.sysroot(), Path.of("/")).list();
    }

    private void assertDamaged(String message) {
        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(this::list)
                .withMessageStartingWith(message)
                .satisfies(failure -> assertThat(failure.hint()).isPresent());
    }
}
