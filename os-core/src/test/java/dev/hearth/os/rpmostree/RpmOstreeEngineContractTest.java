package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Change;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEngineContract;
import dev.hearth.os.Step;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RpmOstreeEngineContractTest extends OsEngineContract {
    @TempDir
    Path directory;

    @Override
    protected OsEngine engine() {
        return new RpmOstreeEngine(
                directory.resolve("root"), RpmOstreeHost.in(directory).processes(), _ -> {});
    }

    @Override
    protected Set<Class<? extends Change>> missing() {
        return Set.of();
    }

    @Test
    void runsTheCommandThatItsPlanShows() {
        var programs = RpmOstreeHost.in(directory);
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
