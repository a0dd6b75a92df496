package dev.hearth.os.rpmostree;

import dev.hearth.os.Recording;
import dev.hearth.os.ScriptedPrograms;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The recorded Silverblue host, with its programs: its source has one newer version, and it can go back to an older one. */
public final class RpmOstreeHost {
    private static final List<String> STATUS = List.of("rpm-ostree", "status", "--json");
    private static final List<String> UPGRADE = List.of("rpm-ostree", "upgrade", "--unchanged-exit-77");
    private static final List<String> ROLLBACK = List.of("rpm-ostree", "rollback");
    private static final List<String> CHECK = List.of("rpm-ostree", "upgrade", "--check");

    private static final List<String> INSTALL =
            List.of("rpm-ostree", "install", "--unchanged-exit-77", "--idempotent", "htop");

    private RpmOstreeHost() {}

    /** Scripts it in an empty directory. */
    public static ScriptedPrograms in(Path directory) {
        return in(directory, state -> state);
    }

    /** The same without anything layered, so that `htop` can be, and with versions that have the same packages. */
    public static ScriptedPrograms unlayeredIn(Path directory) {
        var programs = in(directory, ScriptedRpmOstree::unlayered)
                .answer("Staging deployment...done\n", words(INSTALL))
                .then(INSTALL, 0, ScriptedRpmOstree.installed("htop"), words(STATUS))
                .answer(Recording.text("rpmostree/scripted/search.txt"), "rpm-ostree", "search", "editor");
        for (var commit : List.of(ScriptedRpmOstree.BOOTED, ScriptedRpmOstree.OLDER, ScriptedRpmOstree.NEWER)) {
            programs.answer(" bash-5.0.17-2.fc33.x86_64\n", "rpm-ostree", "db", "list", commit)
                    .answer("{}", "rpm-ostree", "db", "diff", "--format=json", ScriptedRpmOstree.BOOTED, commit);
        }
        return programs;
    }

    private static ScriptedPrograms in(Path directory, UnaryOperator<String> state) {
        var programs = new ScriptedPrograms(directory)
                .answer(state.apply(ScriptedRpmOstree.recorded()), words(STATUS))
                .answer(Recording.text("rpmostree/scripted/upgrade.txt"), words(UPGRADE))
                .then(UPGRADE, 0, state.apply(ScriptedRpmOstree.upgraded()), words(STATUS))
                .then(UPGRADE, 77, "No upgrade available.\n", words(UPGRADE))
                .then(UPGRADE, 77, "", words(CHECK))
                .answer("Moving '775d54e89bc7.0' to be first deployment\n", "rpm-ostree", "rollback")
                .then(ROLLBACK, 0, state.apply(ScriptedRpmOstree.rolledBack()), words(STATUS))
                .answer("", "rpm-ostree", "upgrade", "--check")
                .then(CHECK, 0, state.apply(ScriptedRpmOstree.checked()), words(STATUS))
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
}
