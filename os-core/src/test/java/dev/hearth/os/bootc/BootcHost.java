package dev.hearth.os.bootc;

import dev.hearth.os.ScriptedPrograms;
import java.nio.file.Path;
import java.util.List;

/** A recorded bootc host, with its programs: its source has one newer version, and it can go back to an older one. */
public final class BootcHost {
    private static final String[] STATUS = {"bootc", "status", "--format=json", "--format-version=1"};
    private static final List<String> UPGRADE = List.of("bootc", "upgrade");
    private static final List<String> ROLLBACK = List.of("bootc", "rollback");
    private static final List<String> CHECK = List.of("bootc", "upgrade", "--check");

    private BootcHost() {}

    /** Scripts it in an empty directory. */
    public static ScriptedPrograms in(Path directory) {
        var image = "quay.io/example/someimage:latest";
        var programs = new ScriptedPrograms(directory)
                .answer(ScriptedBootc.host(), STATUS)
                .answer("Queued for next boot: " + image + "\n", "bootc", "upgrade")
                .then(UPGRADE, 0, ScriptedBootc.upgraded(), STATUS)
                .then(UPGRADE, 0, "Staged update present, not changed\n", "bootc", "upgrade")
                .then(UPGRADE, 0, "No changes in: docker://" + image + "\n", "bootc", "upgrade", "--check")
                .answer("Next boot: rollback deployment\n", "bootc", "rollback")
                .then(ROLLBACK, 0, ScriptedBootc.rolledBack(), STATUS)
                .answer("Update available for: " + image + "\n", "bootc", "upgrade", "--check")
                .then(CHECK, 0, ScriptedBootc.checked(), STATUS);
        for (var timer : List.of("bootc-fetch-apply-updates.timer", "rpm-ostreed-automatic.timer")) {
            programs.answer(1, "", "", "systemctl", "is-enabled", "--quiet", timer);
        }
        return programs;
    }
}
