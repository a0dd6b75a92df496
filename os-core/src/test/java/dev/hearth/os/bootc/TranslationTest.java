package dev.hearth.os.bootc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Configuration;
import dev.hearth.os.NoRollback;
import dev.hearth.os.NotOffered;
import dev.hearth.os.Recording;
import dev.hearth.os.Step;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Timer;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final Change ROLLBACK = new Change.Rollback(Configuration.OLD);
    private static final Change INSTALL =
            new Change.Packages(List.of("fish", "tmux"), List.of(), null, List.of(), false, false);
    private static final String OWN = "bootc-fetch-apply-updates.timer";
    private static final String OTHER = "rpm-ostreed-automatic.timer";

    private static List<String> steps(String state, boolean rpmOstree, boolean own, boolean other, Change change) {
        var processes = new ScriptedProcesses()
                .answer(own ? 0 : 1, "", "", "systemctl", "is-enabled", "--quiet", OWN)
                .answer(other ? 0 : 1, "", "", "systemctl", "is-enabled", "--quiet", OTHER);
        var timers = new Translation.BootcTimers(new Timer(processes, OWN), new Timer(processes, OTHER));
        return new Translation(BootcStatus.parse(state), timers, rpmOstree)
                .actions(change).stream().map(Action::step).map(Step::text).toList();
    }

    private static List<String> steps(String state, Change change) {
        return steps(state, false, false, false, change);
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments(UPGRADE, "bootc upgrade"),
                arguments(new Change.Upgrade(true, true, false, true), "bootc upgrade --download-only"),
                arguments(new Change.Upgrade(false, false, true, false), "bootc upgrade --from-downloaded"),
                arguments(new Change.Rebase("quay.io/x/y:1", false), "bootc switch quay.io/x/y:1"),
                arguments(
                        new Change.Rebase("ostree-image-signed:docker://quay.io/example/someimage:latest", false),
                        "bootc switch --enforce-container-sigpolicy quay.io/example/someimage:latest"),
                arguments(ROLLBACK, "bootc rollback"),
                arguments(new Change.Unlock(false), "bootc usr-overlay"),
                arguments(new Change.Automatic(AutomaticUpdates.APPLY), "systemctl enable --now " + OWN));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void putsAChangeIntoOneCommand(Change change, String command) {
        assertThat(steps(ScriptedBootc.host(), change)).containsExactly("Run `" + command + "`");
    }

    @Test
    void doesNothingWhereThingsAreAsAsked() {
        assertThat(steps(ScriptedBootc.host(), new Change.Rebase("quay.io/example/someimage:latest", false)))
                .isEmpty();
        assertThat(steps(ScriptedBootc.host(), new Change.Automatic(AutomaticUpdates.NONE)))
                .isEmpty();
        assertThat(steps(Recording.text("bootc/spec-booted-usroverlay.json"), new Change.Unlock(false)))
                .isEmpty();
    }

    @Test
    void hasOneTimerAtMost() {
        assertThat(steps(ScriptedBootc.host(), true, false, true, new Change.Automatic(AutomaticUpdates.APPLY)))
                .containsExactly(
                        "Run `systemctl disable --now " + OTHER + "`", "Run `systemctl enable --now " + OWN + "`");
        assertThat(steps(ScriptedBootc.host(), true, true, true, new Change.Automatic(AutomaticUpdates.NONE)))
                .containsExactly(
                        "Run `systemctl disable --now " + OTHER + "`", "Run `systemctl disable --now " + OWN + "`");
    }

    @Test
    void offersAPetInsteadOfLayers() {
        assertThatThrownBy(() -> steps(ScriptedBootc.host(), INSTALL))
                .isInstanceOf(NotOffered.class)
                .hasMessage("This base is kept by bootc, which cannot layer packages")
                .extracting(failure -> ((Failure) failure).hint(), InstanceOfAssertFactories.OPTIONAL)
                .hasValue("`hearth run -c PET sudo dnf install fish tmux` has it at once;"
                        + " or build an image of your own on top of this one, and follow that.");
    }

    @Test
    void namesRpmOstreeWhereThatCanLayer() {
        assertThatThrownBy(() -> steps(ScriptedBootc.host(), true, false, false, INSTALL))
                .extracting(failure -> ((Failure) failure).hint(), InstanceOfAssertFactories.OPTIONAL)
                .hasValue("`hearth run -c PET sudo dnf install fish tmux` has it at once;"
                        + " `rpm-ostree install fish tmux` layers it, and rpm-ostree keeps the base from then on.");
        assertThatThrownBy(() -> steps(Recording.text("bootc/scripted/composefs.json"), true, false, false, INSTALL))
                .extracting(failure -> ((Failure) failure).hint(), InstanceOfAssertFactories.OPTIONAL)
                .get(InstanceOfAssertFactories.STRING)
                .doesNotContain("rpm-ostree");
    }

    static Stream<Arguments> hints() {
        return Stream.of(
                arguments(
                        new Change.KernelArguments(List.of("quiet"), List.of(), List.of()),
                        "`rpm-ostree kargs` can, on this host."),
                arguments(new Change.Pin(0, true), "`ostree admin pin` can, on this host."),
                arguments(new Change.Unlock(true), "`ostree admin unlock --hotfix` can, on this host."),
                arguments(new Change.ApplyLive(), "`rpm-ostree apply-live` can, on this host."),
                arguments(
                        new Change.Rebase("fedora:fedora/42/x86_64/silverblue", false),
                        "`rpm-ostree rebase` can, on this host."),
                arguments(
                        new Change.Automatic(AutomaticUpdates.STAGE),
                        "Its timer applies updates and reboots, or does nothing."),
                arguments(
                        new Change.Rollback(Configuration.CURRENT),
                        "Roll back with that, and copy from the other deployment's /etc what is to be kept."));
    }

    @ParameterizedTest
    @MethodSource("hints")
    void saysWhatElseWouldDo(Change change, String hint) {
        assertThatThrownBy(() -> steps(ScriptedBootc.host(), true, false, false, change))
                .isInstanceOf(NotOffered.class)
                .extracting(failure -> ((Failure) failure).hint(), InstanceOfAssertFactories.OPTIONAL)
                .hasValue(hint);
    }

    @Test
    void updatesNeitherALayeredHostNorAReadOnlyOne() {
        assertThatThrownBy(() -> steps(ScriptedBootc.layered(), UPGRADE)).isInstanceOf(LayeredHost.class);
        assertThatThrownBy(() -> steps(ScriptedBootc.with("readOnly", true), UPGRADE))
                .isInstanceOf(ReadOnlyHost.class);
    }

    @Test
    void takesAQueuedRollbackBack() {
        assertThat(steps(ScriptedBootc.rolledBack(), ROLLBACK)).hasSize(1);
        assertThatThrownBy(() -> steps(Recording.text("bootc/spec-only-booted.json"), ROLLBACK))
                .isInstanceOf(NoRollback.class);
    }
}
