package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Configuration;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.DeploymentStaged;
import dev.hearth.os.EngineBusy;
import dev.hearth.os.InvalidOperand;
import dev.hearth.os.NoRollback;
import dev.hearth.os.NoSuchDeployment;
import dev.hearth.os.NotOffered;
import dev.hearth.os.ProtectedDeployment;
import dev.hearth.os.Recording;
import dev.hearth.os.Step;
import dev.hearth.os.UpdatesDriven;
import dev.hearth.os.live.NothingToAdd;
import dev.hearth.os.program.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final Change ROLLBACK = new Change.Rollback(Configuration.OLD);

    @TempDir
    Path root;

    private List<String> steps(String state, Change change) {
        var status = RpmOstreeStatus.parse(state).with(AutomaticUpdates.NONE);
        var automatic = new AutomaticPolicy(root, new ScriptedProcesses().answerAny(1));
        return new Translation(status, automatic)
                .actions(change).stream().map(Action::step).map(Step::text).toList();
    }

    private static Change packages(List<String> install, List<Path> files, List<String> uninstall) {
        return new Change.Packages(install, files, null, uninstall, false, false);
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments(UPGRADE, "rpm-ostree upgrade --unchanged-exit-77"),
                arguments(
                        new Change.Upgrade(true, true, true, true),
                        "rpm-ostree upgrade --unchanged-exit-77 --allow-downgrade --download-only --cache-only"),
                arguments(ROLLBACK, "rpm-ostree rollback"),
                arguments(
                        new Change.Rebase("fedora:fedora/42/x86_64/silverblue", false),
                        "rpm-ostree rebase fedora:fedora/42/x86_64/silverblue"),
                arguments(
                        new Change.Rebase("ostree-image-signed:docker://quay.io/fedora/silverblue:42", true),
                        "rpm-ostree rebase ostree-image-signed:docker://quay.io/fedora/silverblue:42"),
                arguments(new Change.Deploy("33.16", false), "rpm-ostree deploy --unchanged-exit-77 33.16"),
                arguments(
                        packages(List.of("fish", "/usr/bin/tmux"), List.of(Path.of("/tmp/x.rpm")), List.of()),
                        "rpm-ostree install --unchanged-exit-77 --idempotent fish /usr/bin/tmux /tmp/x.rpm"),
                arguments(
                        packages(List.of("fish"), List.of(), List.of("zsh")),
                        "rpm-ostree install --unchanged-exit-77 --uninstall=zsh fish"),
                arguments(
                        packages(List.of(), List.of(), List.of("zsh", "tmux")),
                        "rpm-ostree uninstall --unchanged-exit-77 zsh tmux"),
                arguments(
                        new Change.Packages(List.of("fish"), List.of(), null, List.of(), true, false),
                        "rpm-ostree install --unchanged-exit-77 --idempotent --cache-only fish"),
                arguments(new Change.Overrides(List.of("firefox"), List.of()), "rpm-ostree override remove firefox"),
                arguments(
                        new Change.Overrides(List.of("firefox"), List.of(Path.of("/tmp/kernel.rpm"))),
                        "rpm-ostree override replace --remove=firefox /tmp/kernel.rpm"),
                arguments(new Change.ResetOverrides(List.of()), "rpm-ostree override reset --all"),
                arguments(new Change.ResetOverrides(List.of("firefox")), "rpm-ostree override reset firefox"),
                arguments(new Change.Reset(true, false, true), "rpm-ostree reset --overlays --initramfs"),
                arguments(new Change.Reset(false, true, false), "rpm-ostree reset --overrides"),
                arguments(new Change.Pin(1, true), "ostree admin pin 1"),
                arguments(new Change.Undeploy(1), "ostree admin undeploy 1"),
                arguments(
                        new Change.Cleanup(Set.of(Leftover.values())),
                        "rpm-ostree cleanup --pending --rollback --base --repomd"),
                arguments(
                        new Change.KernelArguments(List.of("quiet", "a=b c"), List.of("x=1=2"), List.of()),
                        "rpm-ostree kargs --unchanged-exit-77 --append=quiet '--append=a=b c' --replace=x=1=2"),
                arguments(
                        new Change.KernelArguments(List.of(), List.of(), List.of("nomodeset")),
                        "rpm-ostree kargs --unchanged-exit-77 --delete=nomodeset"),
                arguments(new Change.Unlock(false), "rpm-ostree usroverlay"),
                arguments(new Change.Unlock(true), "rpm-ostree usroverlay --hotfix"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void putsAChangeIntoOneCommand(Change change, String command) {
        assertThat(steps(ScriptedRpmOstree.recorded(), change)).containsExactly("Run `" + command + "`");
    }

    static Stream<Change> nothingToDo() {
        return Stream.of(
                new Change.Rebase("fedora/33/x86_64/silverblue", false),
                packages(List.of(), List.of(), List.of()),
                new Change.Overrides(List.of(), List.of()),
                new Change.Reset(false, false, false),
                new Change.Pin(1, false),
                new Change.Cleanup(Set.of()),
                new Change.KernelArguments(List.of(), List.of(), List.of()),
                new Change.Cancel());
    }

    @ParameterizedTest
    @MethodSource("nothingToDo")
    void doesNothingWhereThingsAreAsAsked(Change change) {
        assertThat(steps(ScriptedRpmOstree.recorded(), change)).isEmpty();
    }

    @Test
    void addsToWhatRunsOnlyWhereSomethingWaits() {
        assertThat(steps(ScriptedRpmOstree.upgraded(), new Change.ApplyLive()))
                .containsExactly("Run `rpm-ostree apply-live`");
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.recorded(), new Change.ApplyLive()))
                .isInstanceOf(NothingToAdd.class);
    }

    @Test
    void leavesAnUnlockedUsrAsItIs() {
        assertThat(steps(ScriptedRpmOstree.booted("unlocked", "development"), new Change.Unlock(true)))
                .isEmpty();
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments(new Change.Rollback(Configuration.CURRENT), "roll back with another configuration"),
                arguments(new Change.Rollback(Configuration.MERGED), "roll back with another configuration"),
                arguments(
                        new Change.Packages(
                                List.of(), List.of(Path.of("x.rpm")), "https://example.org", List.of(), false, false),
                        "look for newer versions"),
                arguments(
                        new Change.KernelArguments(List.of(), List.of("a=b"), List.of("c")),
                        "delete and replace kernel arguments"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void saysWhatRpmOstreeDoesNotHave(Change change, String what) {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.recorded(), change))
                .isInstanceOf(NotOffered.class)
                .hasMessageStartingWith("This base is kept by rpm-ostree, which cannot " + what)
                .extracting(failure -> ((Failure) failure).hint().isPresent())
                .isEqualTo(true);
    }

    static Stream<Change> changesWithWords() {
        return Stream.of(
                new Change.Rebase("--reboot", false),
                new Change.Deploy("-r", false),
                packages(List.of("--reboot"), List.of(), List.of()),
                packages(List.of(), List.of(), List.of("")),
                new Change.Overrides(List.of("-r"), List.of()),
                new Change.ResetOverrides(List.of("-r")));
    }

    @ParameterizedTest
    @MethodSource("changesWithWords")
    void letsNoWordBecomeAnOption(Change change) {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.recorded(), change)).isInstanceOf(InvalidOperand.class);
    }

    static Stream<Change> updates() {
        return Stream.of(
                UPGRADE,
                new Change.Rebase("fedora:other", false),
                new Change.Deploy("33.16", false),
                new Change.Automatic(AutomaticUpdates.STAGE));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void leavesUpdatesToWhoDrivesThem(Change change) {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.driven(), change))
                .isInstanceOf(UpdatesDriven.class)
                .hasMessage("Updates of this base are driven by Zincati (zincati.service)");
    }

    @Test
    void layersAlsoWhereUpdatesAreDriven() {
        assertThat(steps(ScriptedRpmOstree.driven(), packages(List.of("fish"), List.of(), List.of())))
                .hasSize(1);
    }

    @Test
    void waitsForATransactionOrCancelsIt() {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.busy(), UPGRADE))
                .isInstanceOf(EngineBusy.class)
                .hasMessage("rpm-ostree is busy with another change: Upgrade for :1.42");
        assertThat(steps(ScriptedRpmOstree.busy(), new Change.Cancel())).containsExactly("Run `rpm-ostree cancel`");
    }

    @Test
    void rollsBackOnlyWhereThereIsSomethingToReturnTo() {
        assertThatThrownBy(() -> steps(Recording.text("rpmostree/coreos-oci-status.json"), ROLLBACK))
                .isInstanceOf(NoRollback.class);
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.upgraded(), ROLLBACK)).isInstanceOf(DeploymentStaged.class);
        // What was rolled back to is taken back in the same way.
        assertThat(steps(ScriptedRpmOstree.rolledBack(), ROLLBACK)).hasSize(1);
    }

    @Test
    void keepsDeploymentsThatAreNeeded() {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.recorded(), new Change.Undeploy(0)))
                .isInstanceOf(ProtectedDeployment.class)
                .hasMessage("Deployment 0 is what runs now");
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.marked(1, "pinned"), new Change.Undeploy(1)))
                .isInstanceOf(ProtectedDeployment.class)
                .hasMessage("Deployment 1 is pinned");
        assertThatThrownBy(() -> steps("""
                        {"deployments": [{"osname": "os", "checksum": "%s"}]}""".formatted("1".repeat(64)), new Change.Undeploy(0)))
                .isInstanceOf(ProtectedDeployment.class)
                .hasMessage("Deployment 0 is the only one: without it the machine would not boot");
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.recorded(), new Change.Pin(2, true)))
                .isInstanceOfSatisfying(
                        NoSuchDeployment.class,
                        failure -> assertThat(failure.hint())
                                .hasValue("They are counted from 0 to 1, as `hearth os status` lists them."));
    }

    @Test
    void pinsNothingThatIsNotWrittenOutYet() {
        assertThatThrownBy(() -> steps(ScriptedRpmOstree.upgraded(), new Change.Pin(0, true)))
                .isInstanceOf(DeploymentStaged.class);
        assertThat(steps(ScriptedRpmOstree.marked(0, "pinned"), new Change.Pin(0, false)))
                .containsExactly("Run `ostree admin pin --unpin 0`");
    }
}
