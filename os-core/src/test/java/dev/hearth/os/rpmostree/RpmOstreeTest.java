package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.EngineBusy;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.UpdatesDriven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpmOstreeTest {
    private static final String[] STATUS = {"rpm-ostree", "status", "--json"};

    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final List<Duration> pauses = new ArrayList<>();
    private final RpmOstree rpmOstree = new RpmOstree(processes, pauses::add);

    private static Finished ended(int status, String out, String err) {
        return new Finished(Command.of("rpm-ostree", "upgrade"), status, out, err);
    }

    @Test
    void saysWhoAsksAndInWhichLanguageToAnswer() {
        processes.answer("{}", STATUS);

        assertThat(rpmOstree.status()).isEqualTo("{}");

        assertThat(processes.ran().getFirst().environment())
                .containsEntry("LC_ALL", "C.UTF-8")
                .containsEntry("RPMOSTREE_CLIENT_ID", "hearth");
    }

    @Test
    void triesAgainWhileTheDaemonDoesNotStart() {
        processes.answer(
                1,
                "",
                "error: Error calling StartServiceByName for org.projectatomic.rpmostree1: Timeout was reached\n",
                STATUS);

        assertThatThrownBy(rpmOstree::status).isInstanceOf(EngineFailed.class);

        assertThat(processes.ran()).hasSize(10);
        assertThat(pauses).hasSize(9).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotTryAgainOnAHostThatItDoesNotKeep() {
        processes.answer(
                1,
                "",
                "error: This system was not booted via libostree.\nCurrently, most rpm-ostree commands only work on"
                        + " ostree-based host systems.\n",
                STATUS);

        assertThatThrownBy(rpmOstree::status)
                .isInstanceOf(WrongHost.class)
                .hasMessage("This system was not booted by ostree, so that rpm-ostree cannot keep its base");

        assertThat(pauses).isEmpty();
    }

    @Test
    void tellsUnchangedFromFailed() {
        assertThat(RpmOstree.changed(ended(0, "", ""))).isTrue();
        assertThat(RpmOstree.changed(ended(77, "No upgrade available.\n", ""))).isFalse();
        assertThatThrownBy(() -> RpmOstree.changed(ended(1, "", "error: No such remote\n")))
                .isInstanceOf(EngineFailed.class)
                .hasMessage("`rpm-ostree upgrade` failed with status 1: No such remote");
    }

    @Test
    void keepsAllOfWhatAFailureSays() {
        var said = """
                Resolving dependencies...done
                error: Could not depsolve transaction; 1 problem detected:
                 Problem: conflicting requests
                """;

        assertThatThrownBy(() -> RpmOstree.changed(ended(1, said, "")))
                .hasMessage("`rpm-ostree upgrade` failed with status 1: "
                        + "Could not depsolve transaction; 1 problem detected:  Problem: conflicting requests");
    }

    @Test
    void saysWhoElseIsAtWork() {
        assertThatThrownBy(() -> RpmOstree.changed(ended(
                        1,
                        "",
                        "error: Transaction in progress: upgrade\n You can cancel the current transaction with"
                                + " `rpm-ostree cancel`\n")))
                .isInstanceOf(EngineBusy.class)
                .hasMessage("rpm-ostree is busy with another change: upgrade");
    }

    @Test
    void saysWhoDecidesAboutUpdates() {
        assertThatThrownBy(() -> RpmOstree.changed(ended(
                        1, "", "error: Updates and deployments are driven by Zincati (zincati.service)\nSee …\n")))
                .isInstanceOfSatisfying(UpdatesDriven.class, failure -> {
                    assertThat(failure.message())
                            .isEqualTo("Updates of this base are driven by Zincati (zincati.service)");
                    assertThat(failure.hint())
                            .hasValue("Leave them to it, or see its documentation; `rpm-ostree upgrade --bypass-driver`"
                                    + " goes past it.");
                });
    }

    @Test
    void saysWhoMay() {
        assertThatThrownBy(
                        () -> RpmOstree.changed(
                                ended(
                                        1,
                                        "",
                                        "error: GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: rpmostreed OS Upgrade not allowed\n")))
                .isInstanceOf(PrivilegesMissing.class)
                .isInstanceOf(Failure.Denied.class)
                .hasMessage("Only the administrator may run `rpm-ostree upgrade`");
    }
}
