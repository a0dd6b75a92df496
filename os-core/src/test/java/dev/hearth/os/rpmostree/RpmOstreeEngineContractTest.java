package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Change;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEngineContract;
import dev.hearth.os.Recording;
import dev.hearth.os.ScriptedPrograms;
import dev.hearth.os.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RpmOstreeEngineContractTest extends OsEngineContract {
    private static final List<String> STATUS = List.of("rpm-ostree", "status", "--json");
    private static final List<String> UPGRADE_COMMAND = List.of("rpm-ostree", "upgrade", "--unchanged-exit-77");

    @TempDir
    Path directory;

    private ScriptedPrograms programs() {
        var programs = new ScriptedPrograms(directory)
                .answer(ScriptedRpmOstree.recorded(), words(STATUS))
                .answer(Recording.text("rpmostree/scripted/upgrade.txt"), words(UPGRADE_COMMAND))
                .then(UPGRADE_COMMAND, 0, ScriptedRpmOstree.upgraded(), words(STATUS))
                .then(UPGRADE_COMMAND, 77, "No upgrade available.\n", words(UPGRADE_COMMAND))
                .answer("Moving '775d54e89bc7.0' to be first deployment\n", "rpm-ostree", "rollback")
                .then(List.of("rpm-ostree", "rollback"), 0, ScriptedRpmOstree.rolledBack(), words(STATUS))
                .answer("", "rpm-ostree", "upgrade", "--check")
                .then(List.of("rpm-ostree", "upgrade", "--check"), 0, ScriptedRpmOstree.checked(), words(STATUS))
                .answer(1, "", "", "systemctl", "is-enabled", "--quiet", "rpm-ostreed-automatic.timer");
        for (var to : List.of(ScriptedRpmOstree.NEWER, ScriptedRpmOstree.OLDER)) {
            programs.answer(
                    Recording.text("rpmostree/scripted/db-diff.json"),
                    "rpm-ostree",
                    "db",
                    "diff",
                    "--format=json",
                    ScriptedRpmOstree.BOOTED,
                    to);
        }
        for (int index = 0; index < 3; index++) {
            programs.answer(
                    "rhgb quiet root=UUID=1 rw ostree=/ostree/boot.1/fedora/2/0\n",
                    "rpm-ostree",
                    "kargs",
                    "--deploy-index=" + index);
        }
        return programs;
    }

    private static String[] words(List<String> words) {
        return words.toArray(String[]::new);
    }

    @Override
    protected OsEngine engine() {
        return new RpmOstreeEngine(directory.resolve("root"), programs().processes(), _ -> {});
    }

    @Override
    protected Set<Class<? extends Change>> missing() {
        return Set.of();
    }

    @Test
    void runsTheCommandThatItsPlanShows() {
        var programs = programs();
        var engine = new RpmOstreeEngine(directory.resolve("root"), programs.processes(), _ -> {});

        var plan = engine.plan(UPGRADE);
        var planned = programs.calls();
        engine.carryOut(UPGRADE, _ -> {});

        assertThat(plan).extracting(Step::text).containsExactly("Run `rpm-ostree upgrade --unchanged-exit-77`");
        assertThat(planned).containsExactly("rpm-ostree status --json");
        assertThat(programs.calls())
                .containsSequence(
                        "rpm-ostree status --json",
                        "rpm-ostree upgrade --unchanged-exit-77",
                        "rpm-ostree status --json");
    }
}
