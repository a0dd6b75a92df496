package dev.hearth.os.ostree;

import dev.hearth.core.process.Processes;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.Update;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.layer.LayerCache;
import dev.hearth.os.layer.Layers;
import dev.hearth.os.layer.Network;
import dev.hearth.os.layer.NewerFiles;
import dev.hearth.os.layer.PackageSearch;
import dev.hearth.os.layer.SandboxLimits;
import dev.hearth.os.live.LiveSystem;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.preflight.Preflight;
import dev.hearth.os.rollout.ChannelStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hearth's own engine: images and packages on a plain ostree sysroot. */
public final class OstreeEngine implements OsEngine {
    public static final String NAME = "ostree";

    /** Enough for the packages that a workstation has layered, a few versions of each. */
    private static final long LARGEST_CACHE = 1L << 30;

    private final Sysroot sysroot;
    private final Deployments deployments;
    private final CommitSignatures signatures;
    private final KnownWithdrawals withdrawals;
    private final UpdateCheck check;
    private final PackageDatabase database;
    private final LayerSearch search;
    private final Makeover makeover;
    private final Reordering reordering;
    private final LiveApplication live;
    private final ShutdownWork shutdownWork;

    OstreeEngine(
            Sysroot sysroot,
            Deployments deployments,
            CommitSignatures signatures,
            KnownWithdrawals withdrawals,
            UpdateCheck check,
            PackageDatabase database,
            LayerSearch search,
            Makeover makeover,
            Reordering reordering,
            LiveApplication live,
            ShutdownWork shutdownWork) {
        this.sysroot = sysroot;
        this.deployments = deployments;
        this.signatures = signatures;
        this.withdrawals = withdrawals;
        this.check = check;
        this.database = database;
        this.search = search;
        this.makeover = makeover;
        this.reordering = reordering;
        this.live = live;
        this.shutdownWork = shutdownWork;
    }

    /**
     * Wires the engine of a sysroot.
     *
     * @param runningRoot the root directory of what runs now: {@code /}
     * @param network how the package managers reach their sources
     * @param resolutions the decisions about configuration that could not be merged
     * @param shutdown of the machine that runs from it
     * @param channels what was read of channels before
     */
    public static OstreeEngine of(
            Sysroot sysroot,
            Path runningRoot,
            Processes processes,
            InstantSource clock,
            Caller caller,
            Network network,
            ResolutionStore resolutions,
            Shutdown shutdown,
            ChannelStore channels) {
        var cache = new LayerCache(sysroot.extension().resolve("cache"), caller.uid(), LARGEST_CACHE);
        var files = new PackageFiles(sysroot, processes);
        var ostree = new Ostree(sysroot, processes);
        var limits = SandboxLimits.GENEROUS;
        var merge = new ConfigMerge(processes);
        var workbench = new Workbench(sysroot, ostree, new MachineSources(sysroot, merge, resolutions));
        return of(
                sysroot,
                runningRoot,
                processes,
                clock,
                caller,
                new LayerAssembler(
                        sysroot,
                        ostree,
                        files,
                        new Layers(processes, cache, network, limits),
                        new PackageSearch(processes, cache, network, limits, clock),
                        new UpdatedFiles(workbench, files, new NewerFiles(processes, cache, network, limits)),
                        workbench,
                        new PackageDatabase(processes)),
                new MergedConfiguration(merge, resolutions),
                shutdown,
                channels);
    }

    static OstreeEngine of(
            Sysroot sysroot,
            Path runningRoot,
            Processes processes,
            InstantSource clock,
            Caller caller,
            Assembler assembler,
            Rollout.Configuration configuration,
            Shutdown shutdown,
            ChannelStore channels) {
        var ostree = new Ostree(sysroot, processes);
        var deployments = new Deployments(sysroot, runningRoot);
        var bootOrder = new BootOrder(sysroot, BootDisk.of(sysroot, processes), clock);
        var journal = new Journal(sysroot);
        var note = new StagedNote(sysroot);
        var leftovers = new Leftovers(sysroot, ostree, deployments, bootOrder, journal, note);
        var transactions = new Transactions(sysroot, deployments, leftovers, journal, caller);
        var signatures = new CommitSignatures(sysroot, processes);
        var database = new PackageDatabase(processes);
        var channelCheck = new ChannelCheck(sysroot, processes, channels, clock);
        var check = new UpdateCheck(
                sysroot, ostree, signatures, new CommitPackages(ostree, database), channelCheck, channels);
        return new OstreeEngine(
                sysroot,
                deployments,
                signatures,
                new KnownWithdrawals(channels),
                check,
                database,
                new LayerSearch(deployments, transactions, assembler),
                new Makeover(
                        sysroot,
                        deployments,
                        transactions,
                        new Bases(sysroot, ostree, check, channelCheck),
                        new PackageFiles(sysroot, processes),
                        assembler,
                        new Rollout(
                                sysroot,
                                ostree,
                                deployments,
                                bootOrder,
                                configuration,
                                new DeploymentChecks(sysroot, new BootRoom(sysroot, ostree), new Preflight(processes)),
                                shutdown,
                                note),
                        database),
                new Reordering(sysroot, ostree, deployments, bootOrder, transactions, note),
                new LiveApplication(
                        sysroot, ostree, deployments, transactions, new LiveSystem(runningRoot, processes), database),
                new ShutdownWork(sysroot, deployments, transactions, configuration, note));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OsStatus status() {
        requireSysroot();
        var shown = withdrawals.onto(signatures.onto(deployments.list()));
        var update = shown.stream().findFirst().flatMap(check::known).orElse(null);
        return new OsStatus(name(), shown, null, null, update, AutomaticUpdates.NONE);
    }

    @Override
    public List<Step> plan(Change change) {
        requireChangeable(change);
        if (change instanceof Change.ApplyLive) {
            return live.plan();
        }
        return isReordering(change) ? reordering.plan(change) : makeover.plan(change);
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> events) {
        requireChangeable(change);
        if (change instanceof Change.ApplyLive) {
            return live.carryOut(change, events);
        }
        return isReordering(change) ? reordering.carryOut(change, events) : makeover.carryOut(change, events);
    }

    @Override
    public OsEngine withoutChecks() {
        return new OstreeEngine(
                sysroot,
                deployments,
                signatures,
                withdrawals,
                check,
                database,
                search,
                makeover.withoutChecks(),
                reordering,
                live,
                shutdownWork);
    }

    @Override
    public Optional<DeploymentId> finish(Consumer<OsEvent> events) {
        requireSysroot();
        return shutdownWork.finish(events);
    }

    @Override
    public boolean mergesAtShutdown() {
        return true;
    }

    @Override
    public Optional<String> unfinished() {
        requireSysroot();
        return shutdownWork.unfinished();
    }

    /** Whether a change leaves the deployments themselves as they are. */
    private boolean isReordering(Change change) {
        return switch (change) {
            case Change.Rollback(var etc) -> etc == Change.Configuration.OLD;
            case Change.Pin _, Change.Undeploy _, Change.Cleanup _, Change.Unlock _ -> true;
            case Change.Cancel _ ->
                throw new NotOffered(
                        name(), "cancel what another command does", "Press Ctrl-C where that command runs.");
            case Change.Automatic _ ->
                throw new NotOffered(
                        name(), "update a sysroot in a directory by itself", "Boot it, and choose the policy there.");
            default -> false;
        };
    }

    @Override
    public Update check(boolean preview) {
        requireSysroot();
        return check.ask(presentIn(deployments.list()), preview);
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        requireSysroot();
        return search.find(words);
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return database.read(root(deployment));
    }

    @Override
    public Path root(DeploymentId deployment) {
        return sysroot.deployment(deployment);
    }

    /** {@return the deployment that the next one is made from: the one that boots by default} */
    static Deployment presentIn(List<Deployment> deployments) {
        if (deployments.isEmpty()) {
            throw new NoDeployment();
        }
        return deployments.getFirst();
    }

    /** Whatever else a change does, it may put the boot entries in another order. */
    private void requireChangeable(Change change) {
        requireSysroot();
        if (!(change instanceof Change.Pin)) {
            new BootMenuOwner(sysroot).requireEntries();
        }
    }

    private void requireSysroot() {
        if (!sysroot.exists()) {
            throw new SysrootMissing(sysroot.root());
        }
    }
}
