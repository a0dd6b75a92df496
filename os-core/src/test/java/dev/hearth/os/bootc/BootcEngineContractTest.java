package dev.hearth.os.bootc;

import dev.hearth.os.Change;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEngineContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BootcEngineContractTest extends OsEngineContract {
    @TempDir
    Path directory;

    @Override
    protected OsEngine engine() {
        return new BootcEngine(
                directory.resolve("root"), BootcHost.in(directory).processes());
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
