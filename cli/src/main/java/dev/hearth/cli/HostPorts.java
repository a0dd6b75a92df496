package dev.hearth.cli;

import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.engine.Engines;
import dev.hearth.engine.docker.DockerConnector;
import dev.hearth.os.OsEngine;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.ostree.Caller;
import dev.hearth.os.ostree.OstreeEngine;
import dev.hearth.session.HostFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The host that hearth really runs on. */
final class HostPorts implements Ports {
    private final World world;
    private final Trace trace;
    private final Processes processes;

    HostPorts(World world, Trace trace) {
        this.world = world;
        this.trace = trace;
        this.processes = new HostProcesses(world.environment(), trace);
    }

    @Override
    public Processes processes() {
        return processes;
    }

    @Override
    public HostFacts host() {
        return HostFacts.read();
    }

    @Override
    public EngineSurvey survey(@Nullable EngineChoice choice) {
        return engines(choice).survey();
    }

    @Override
    public ConnectedEngine connect(@Nullable EngineChoice choice) {
        return engines(choice).choose();
    }

    @Override
    public OsEngine base(@Nullable Path sysroot, ResolutionStore resolutions) {
        if (sysroot == null && !Files.isDirectory(world.root().resolve("ostree/repo"))) {
            throw new NoBase();
        }
        return OstreeEngine.of(
                sysroot == null ? world.root() : sysroot,
                world.root(),
                processes,
                world.clock(),
                new Caller(world.account().uid(), "process " + world.process()),
                resolutions);
    }

    private Engines engines(@Nullable EngineChoice choice) {
        var environment = world.environment();
        var account = world.account();
        // Podman's socket is looked for there, and hearth's own locks are kept there.
        HostPaths.requireSessionRuntime(environment, account);
        var connector = new DockerConnector(environment, account, processes, trace);
        return new Engines(environment, world.paths(), account, processes, trace, connector, choice);
    }
}
