package dev.hearth.cli;

import dev.hearth.bridge.Bridge;
import dev.hearth.bridge.BridgeAgent;
import dev.hearth.bridge.BridgeLog;
import dev.hearth.bridge.HostRights;
import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.host.Installation;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.engine.Engines;
import dev.hearth.engine.docker.DockerConnector;
import dev.hearth.os.OsEngine;
import dev.hearth.os.auto.OwnTimer;
import dev.hearth.os.auto.SelfUpdating;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.host.OsHosts;
import dev.hearth.os.layer.Network;
import dev.hearth.os.ostree.Caller;
import dev.hearth.os.ostree.OstreeEngine;
import dev.hearth.os.ostree.Shutdown;
import dev.hearth.os.ostree.ShutdownUnit;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.SystemUnits;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.session.HostFacts;
import dev.hearth.setup.PreparedPodman;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host that hearth really runs on. */
final class HostPorts implements Ports {
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "ftp_proxy", "no_proxy");

    static final long ROOT = 0;

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
    public Bridge bridge(PrivateDirectory runtime, BridgeLog log, Supplier<HostRights> rights) {
        return new BridgeAgent(runtime, log, rights, processes, world.program());
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
    public OsEngine base(@Nullable Path sysroot, ResolutionStore resolutions, ChannelStore channels) {
        var hosts = new OsHosts(
                world.root(),
                world.environment(),
                processes,
                found -> own(found, resolutions, channels),
                HostPorts::pause);
        return sysroot == null ? hosts.engine() : hosts.at(sysroot);
    }

    private OsEngine own(Sysroot sysroot, ResolutionStore resolutions, ChannelStore channels) {
        var engine = OstreeEngine.of(
                sysroot,
                world.root(),
                processes,
                world.clock(),
                new Caller(world.account().uid(), "process " + world.process()),
                network(),
                resolutions,
                sysroot.isHost() ? shutdown() : Shutdown.NONE,
                channels);
        return sysroot.isHost() ? new SelfUpdating(engine, timer(), processes) : engine;
    }

    private Shutdown shutdown() {
        return new ShutdownUnit(
                world.root(),
                units(world, processes),
                new Actions(processes, finished -> finished.orThrow().succeeded()));
    }

    private OwnTimer timer() {
        return new OwnTimer(world.root(), units(world, processes));
    }

    /** {@return how the system's systemd comes to run this hearth} */
    static SystemUnits units(World world, Processes processes) {
        return new SystemUnits(world.root(), processes, new Installation(world.root(), ROOT, world.program()));
    }

    /** Package managers know proxies by their variables, in small letters or, like curl, in capitals. */
    private Network network() {
        var usual = Network.direct();
        var proxies = new TreeMap<String, String>();
        for (var name : PROXIES) {
            var variables = world.environment();
            variables
                    .get(name)
                    .or(() -> variables.get(name.toUpperCase(Locale.ROOT)))
                    .ifPresent(value -> proxies.put(name, value));
        }
        return new Network(usual.resolvConf(), usual.hosts(), usual.authorities(), proxies);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }

    private Engines engines(@Nullable EngineChoice choice) {
        var environment = world.environment();
        var account = world.account();
        // Podman's socket is looked for there, and hearth's own locks are kept there.
        HostPaths.requireSessionRuntime(environment, account);
        var connector = new DockerConnector(environment, account, processes, trace);
        var podman = new PreparedPodman(world.root(), processes, account);
        return new Engines(environment, world.paths(), account, processes, trace, podman, connector, choice);
    }
}
