package dev.hearth.os.ostree;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.os.Change;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEngineContract;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.rollout.ChannelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a real sysroot, whose first deployment stands in for the root of what runs. */
@Timeout(300)
final class OstreeEngineContractIT extends OsEngineContract {
    @TempDir
    private Path directory;

    @Override
    protected OsEngine engine() {
        try {
            var sysroot = new TestSysroot(directory);
            sysroot.commit();
            var unbooted = of(sysroot, Path.of("/"));
            unbooted.carryOut(UPGRADE, _ -> {});
            sysroot.commit();
            return of(
                    sysroot,
                    unbooted.root(unbooted.status().deployments().getFirst().id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OstreeEngine of(TestSysroot sysroot, Path running) {
        var decisions = new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0));
        return OstreeEngine.of(
                sysroot.sysroot(),
                running,
                sysroot.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                new NoLayers(),
                new MergedConfiguration(new ConfigMerge(sysroot.processes()), decisions),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    @Override
    protected String another() {
        return "test/2/base";
    }

    @Override
    protected Set<Class<? extends Change>> missing() {
        return Set.of(Change.Cancel.class, Change.Automatic.class);
    }
}
