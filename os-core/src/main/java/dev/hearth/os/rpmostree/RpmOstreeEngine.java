package dev.hearth.os.rpmostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.InvalidOperand;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Source;
import dev.hearth.os.Step;
import dev.hearth.os.Update;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionOrder;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Leaves the base to rpm-ostree, which fails as a whole when one layered package does: it sets no request aside, whether
 * a change is strict or not.
 */
public final class RpmOstreeEngine implements OsEngine {
    private final RpmOstree rpmOstree;
    private final Actions actions;
    private final AutomaticPolicy automatic;
    private final Sysroot sysroot;

    /**
     * Keeps the base of this host.
     *
     * @param root of the host's file system
     * @param pause waits for so long
     */
    public RpmOstreeEngine(Path root, Processes processes, Consumer<Duration> pause) {
        this.rpmOstree = new RpmOstree(processes, pause);
        this.actions = new Actions(processes, RpmOstree::changed);
        this.automatic = new AutomaticPolicy(root, processes);
        this.sysroot = new Sysroot(root);
    }

    @Override
    public String name() {
        return RpmOstree.NAME;
    }

    @Override
    public OsStatus status() {
        var status = read();
        var deployments = IntStream.range(0, status.deployments().size())
                .mapToObj(index -> status.deployments().get(index).withKernelArguments(kernelArguments(index)))
                .toList();
        return new OsStatus(
                status.engine(),
                deployments,
                status.transaction(),
                status.driver(),
                status.update(),
                status.automatic());
    }

    private OsStatus read() {
        return RpmOstreeStatus.parse(rpmOstree.status()).with(automatic.current());
    }

    private List<String> kernelArguments(int index) {
        try {
            return Stream.of(rpmOstree.kernelArguments(index).strip().split("\\s+", -1))
                    .filter(argument -> !argument.isEmpty() && !argument.startsWith("ostree="))
                    .toList();
        } catch (Failure.ToolFailed _) {
            // The rest of the state is worth showing without them.
            return List.of();
        }
    }

    @Override
    public List<Step> plan(Change change) {
        return actions(change, read()).stream().map(Action::step).toList();
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> events) {
        var before = read();
        if (!actions.perform(actions(change, before), events)) {
            return Comparison.unchanged(change);
        }
        var comparison = new Comparison(before, read());
        return comparison.outcome(change, difference(comparison, events));
    }

    private List<Action> actions(Change change, OsStatus status) {
        return new Translation(status, automatic).actions(change);
    }

    private PackageDiff difference(Comparison comparison, Consumer<OsEvent> events) {
        var ids = comparison.deployments();
        if (ids.isEmpty()) {
            return PackageDiff.NONE;
        }
        try {
            return DatabaseReport.difference(rpmOstree.difference(
                    ids.get().from().checksum(), ids.get().to().checksum()));
        } catch (Failure.ToolFailed e) {
            // The change is made all the same.
            events.accept(new OsEvent.Warned("The packages cannot be compared: " + e.message()));
            return PackageDiff.NONE;
        }
    }

    @Override
    public Update check(boolean preview) {
        boolean available = rpmOstree.check(preview);
        var status = read();
        var update = available ? status.update() : null;
        return update == null
                ? Update.none(status.next().map(Deployment::source).orElse(new Source.None()))
                : update;
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        return DatabaseReport.found(
                rpmOstree.search(words.stream().map(InvalidOperand::checked).toList()));
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return new InstalledPackages(
                VersionOrder.RPM, DatabaseReport.packages(rpmOstree.packages(deployment.checksum())));
    }

    @Override
    public Path root(DeploymentId deployment) {
        return sysroot.deployment(deployment);
    }
}
