package dev.hearth.cli;

import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.os.HostHealth;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.OsRelease;
import dev.hearth.frombase.BaseTree;
import dev.hearth.frombase.NothingDeployed;
import dev.hearth.os.BaseConfiguration;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Checkup;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.History;
import dev.hearth.os.OsEngine;
import dev.hearth.os.advice.Advisor;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ConflictEditor;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.health.BootHealth;
import dev.hearth.os.health.HealthChecks;
import dev.hearth.os.health.HealthStore;
import dev.hearth.os.health.HealthUnits;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.os.tryout.Tryout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what the commands on the base work with, once the command line says which base is meant. */
final class OsWiring implements ChosenBase {
    private static final Path HOST_STATE = Path.of("var/lib/hearth/os");

    private static final Path TRYOUT = Path.of("var/lib/hearth/try");

    /** Beside what ostree itself keeps there, so that it goes where the disk goes; ostree leaves it alone. */
    private static final Path SYSROOT_STATE = Path.of("ostree/hearth");

    private final World world;
    private final Supplier<Optional<Path>> chosen;
    private final Ports ports;
    private final Supplier<ResolutionStore> resolutions = new Lazy<>(this::makeResolutions);
    private final Supplier<OsEngine> engine = new Lazy<>(this::makeEngine);
    private final Supplier<BaseOs> os = new Lazy<>(this::makeOs);
    private final Supplier<BaseConfiguration> configuration = new Lazy<>(this::makeConfiguration);

    /**
     * Wires what is about one base.
     *
     * @param chosen the directory that is meant instead of this host
     */
    OsWiring(World world, Supplier<Optional<Path>> chosen, Ports ports) {
        this.world = world;
        this.chosen = chosen;
        this.ports = ports;
    }

    @Override
    public BaseOs os() {
        return os.get();
    }

    @Override
    public BaseConfiguration configuration() {
        return configuration.get();
    }

    @Override
    public Checkup checkup() {
        var sysroot = sysroot();
        return new Checkup(os(), configuration(), ports.processes(), sysroot == null ? world.root() : sysroot);
    }

    @Override
    public Advisor advisor() {
        return new Advisor(engine.get(), ports.processes());
    }

    @Override
    public OsRelease release(DeploymentId deployment) {
        return OsRelease.read(engine.get().root(deployment));
    }

    @Override
    public BaseTree tree() {
        var status = os().status();
        var deployment = status.booted().or(status::next).orElseThrow(NothingDeployed::new);
        return new BaseTree(
                engine.get().root(deployment.id()),
                deployment.id().checksum(),
                deployment.origin().version());
    }

    @Override
    public HostHealth health() {
        var root = world.root();
        var processes = ports.processes();
        var checks = new HealthChecks(root, HostPorts.ROOT, processes, HostPorts::pause);
        var system = HostPorts.units(world, processes);
        return new HostHealth(
                root,
                new BootHealth(os(), checks, new HealthStore(root), root, world.clock()),
                new HealthUnits(system),
                system,
                processes);
    }

    @Override
    public Tryout tryout(@Nullable Path work) {
        var sysroot = sysroot();
        var directory = work == null
                ? world.root().resolve(TRYOUT)
                : world.workingDirectory().resolve(work).resolve("hearth-try").normalize();
        return new Tryout(
                os(),
                new Sysroot(sysroot == null ? world.root() : sysroot),
                world.root(),
                ports.processes(),
                new PrivateDirectory(directory, world.account().uid()),
                "process " + world.process());
    }

    @Override
    public boolean isHost() {
        return sysroot() == null;
    }

    /** {@return what edits a conflict, with the user's own editor} */
    ConflictEditor editor() {
        var environment = world.environment();
        var editor = environment
                .get("VISUAL")
                .or(() -> environment.get("EDITOR"))
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .orElse(List.of("vi"));
        return new ConflictEditor(
                ports.processes(),
                editor,
                new PrivateDirectory(
                        world.paths().runtime().resolve("conflict"),
                        world.account().uid()));
    }

    /** {@return the directory that is meant; absent for the host, also where that is said by its root directory} */
    private @Nullable Path sysroot() {
        return chosen.get()
                .map(path -> world.workingDirectory().resolve(path).normalize())
                .filter(path -> path.getParent() != null)
                .orElse(null);
    }

    private Path state() {
        var sysroot = sysroot();
        return sysroot == null ? world.root().resolve(HOST_STATE) : sysroot.resolve(SYSROOT_STATE);
    }

    private ResolutionStore makeResolutions() {
        return new ResolutionStore(
                new PrivateDirectory(state().resolve("etc"), world.account().uid()));
    }

    private OsEngine makeEngine() {
        return ports.base(sysroot(), resolutions.get(), new ChannelStore(state().resolve("channels")));
    }

    private BaseOs makeOs() {
        return new BaseOs(engine.get(), new History(state(), world.clock(), world.process()));
    }

    private BaseConfiguration makeConfiguration() {
        return new BaseConfiguration(engine.get(), new ConfigMerge(ports.processes()), resolutions.get());
    }
}
