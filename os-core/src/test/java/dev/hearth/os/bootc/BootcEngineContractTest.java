package dev.hearth.os.bootc;

import dev.hearth.os.Change;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEngineContract;
import dev.hearth.os.ScriptedPrograms;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BootcEngineContractTest extends OsEngineContract {
    private static final String[] STATUS = {"bootc", "status", "--format=json", "--format-version=1"};
    private static final List<String> BOOTC_UPGRADE = List.of("bootc", "upgrade");
    private static final List<String> BOOTC_ROLLBACK = List.of("bootc", "rollback");
    private static final List<String> BOOTC_CHECK = List.of("bootc", "upgrade", "--check");

    @TempDir
    Path directory;

    @Override
    protected OsEngine engine() {
        var image = "quay.io/example/someimage:latest";
        var programs = new ScriptedPrograms(directory)
                .answer(ScriptedBootc.host(), STATUS)
                .answer("Queued for next boot: " + image + "\n", "bootc", "upgrade")
                .then(BOOTC_UPGRADE, 0, ScriptedBootc.upgraded(), STATUS)
                .then(BOOTC_UPGRADE, 0, "Staged update present, not changed\n", "bootc", "upgrade")
                .answer("Next boot: rollback deployment\n", "bootc", "rollback")
                .then(BOOTC_ROLLBACK, 0, ScriptedBootc.rolledBack(), STATUS)
                .answer("Update available for: " + image + "\n", "bootc", "upgrade", "--check")
                .then(BOOTC_CHECK, 0, ScriptedBootc.checked(), STATUS);
        for (var timer : List.of("bootc-fetch-apply-updates.timer", "rpm-ostreed-automatic.timer")) {
            programs.answer(1, "", "", "systemctl", "is-enabled", "--quiet", timer);
        }
        return new BootcEngine(directory.resolve("root"), programs.processes());
    }

    @Override
    protected Set<Class<? extends Change>> missing() {
        return Set.of(
                Change.Deploy.class,
                Change.Packages.class,
                Change.Overrides.class,
                Change.ResetOverrides.class,
                Change.Reset.class,
                Change.Pin.class,
                Change.Undeploy.class,
                Change.Cleanup.class,
                Change.KernelArguments.class,
                Change.Cancel.class);
    }
}
