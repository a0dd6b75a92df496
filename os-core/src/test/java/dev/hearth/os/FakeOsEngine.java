package dev.hearth.os;

import dev.hearth.os.OsStatus.Driver;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A base that lives in memory: a list of deployments, and the newer commit that its source may have. */
public final class FakeOsEngine implements OsEngine {
    private final String name;
    private final List<Class<? extends Change>> missing = new ArrayList<>();
    private final Map<DeploymentId, InstalledPackages> packages = new HashMap<>();
    private final List<FoundPackage> repository = new ArrayList<>();
    private List<Deployment> deployments = new ArrayList<>();
    private @Nullable Update update;
    private @Nullable String transaction;
    private @Nullable Driver driver;
    private AutomaticUpdates automatic = AutomaticUpdates.NONE;

    /** A base without deployments, kept under this name. */
    public FakeOsEngine(String name) {
        this.name = name;
    }

    /** {@return a base with two deployments that runs the first, and an update} */
    public static FakeOsEngine typical() {
        var source = Source.Branch.parse("fedora:fedora/42/x86_64/silverblue");
        return new FakeOsEngine("ostree")
                .with(deployment("a", "42.2", source).withMarks(new Marks(true, false, false, false)))
                .with(deployment("b", "42.1", source).withMarks(Marks.NONE.asRollback()))
                .having(new Update(source, commit("c", "42.3"), Signing.NOT_REQUIRED, null));
    }

    /** {@return a deployment of a commit made of one digit} */
    public static Deployment deployment(String digit, String version, Source source) {
        var commit = commit(digit, version);
        return Deployment.of(new DeploymentId("os", commit.checksum(), 0), source, commit);
    }

    private static Commit commit(String digit, String version) {
        return new Commit(digit.repeat(64), version, Instant.parse("2026-11-01T00:00:00Z"));
    }

    /** Puts a deployment behind those that there are. */
    public FakeOsEngine with(Deployment deployment) {
        deployments.add(deployment);
        return this;
    }

    /** Gives the source something newer. */
    public FakeOsEngine having(Update newer) {
        update = newer;
        return this;
    }

    /** Makes a package one that can be layered. */
    public FakeOsEngine offering(String name, String version, String summary) {
        repository.add(new FoundPackage(name, version, summary));
        return this;
    }

    /** Says what a deployment holds. */
    public FakeOsEngine holding(DeploymentId deployment, InstalledPackages content) {
        packages.put(deployment, content);
        return this;
    }

    /** Takes a kind of change away. */
    public FakeOsEngine without(Class<? extends Change> kind) {
        missing.add(kind);
        return this;
    }

    /** Makes the engine be at something else. */
    public FakeOsEngine busyWith(String other) {
        transaction = other;
        return this;
    }

    /** Leaves updates to another program. */
    public FakeOsEngine drivenBy(Driver other) {
        driver = other;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OsStatus status() {
        return new OsStatus(name, deployments, transaction, driver, null, automatic);
    }

    @Override
    public List<Step> plan(Change change) {
        if (missing.contains(change.getClass())) {
            throw new NotOffered(name, "do that", "Another engine can.");
        }
        if (transaction != null && !(change instanceof Change.Cancel)) {
            throw new EngineBusy(name, transaction);
        }
        if (driver != null && change instanceof Change.Upgrade) {
            throw new UpdatesDriven(driver.name(), name + " upgrade");
        }
        return after(change) == null
                ? List.of()
                : List.of(new Step(change.getClass().getSimpleName()));
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> events) {
        var steps = plan(change);
        var after = after(change);
        if (after == null) {
            return Outcome.unchanged("The base is as asked already");
        }
        steps.forEach(step -> events.accept(new OsEvent.Began(step)));
        var before = deployments.stream().findFirst().map(Deployment::id);
        deployments = new ArrayList<>(after);
        settle(change);
        var next = deployments.stream().findFirst().map(Deployment::id);
        return Outcome.changed(next.equals(before) ? null : next.orElse(null), "Done");
    }

    private void settle(Change change) {
        switch (change) {
            case Change.Upgrade _ -> update = null;
            case Change.Cancel _ -> transaction = null;
            case Change.Automatic setting -> automatic = setting.policy();
            default -> {}
        }
    }

    /** {@return the deployments that a change leaves; nothing when it changes nothing} */
    private @Nullable List<Deployment> after(Change change) {
        return switch (change) {
            case Change.Upgrade _ -> update == null || update.commit() == null ? null : deploying(update.commit());
            case Change.Rollback _ -> rolledBack();
            case Change.Pin(var index, var pinned) -> pinned(index, pinned);
            case Change.Undeploy(var index) -> without(index);
            case Change.Cancel _ -> transaction == null ? null : deployments;
            case Change.Automatic setting -> automatic == setting.policy() ? null : deployments;
            case Change.Packages wanted -> layered(wanted);
            default -> deployments;
        };
    }

    private List<Deployment> deploying(Commit commit) {
        var next = deployments.getFirst();
        return before(Deployment.of(new DeploymentId("os", commit.checksum(), 0), next.source(), commit));
    }

    private List<Deployment> before(Deployment first) {
        var longer = new ArrayList<>(deployments);
        longer.addFirst(first);
        return longer;
    }

    private @Nullable List<Deployment> layered(Change.Packages wanted) {
        var next = deployments.getFirst();
        var requested = new ArrayList<>(next.layering().requested());
        requested.removeAll(wanted.uninstall());
        wanted.install().stream().filter(word -> !requested.contains(word)).forEach(requested::add);
        if (requested.equals(next.layering().requested())) {
            return null;
        }
        var id = new DeploymentId("os", next.id().checksum(), deployments.size());
        var layering = new Layering(requested, List.of(), requested, List.of(), List.of(), List.of());
        return before(Deployment.of(id, next.source(), next.commit()).withLayering(next.origin(), layering));
    }

    private List<Deployment> rolledBack() {
        var older = deployments.stream()
                .filter(deployment -> deployment.marks().rollback())
                .findFirst()
                .orElseThrow(NoRollback::new);
        var order = new ArrayList<>(deployments);
        order.remove(older);
        order.addFirst(older.withMarks(Marks.NONE));
        return order;
    }

    private @Nullable List<Deployment> pinned(int index, boolean pinned) {
        var marks = NoSuchDeployment.at(deployments, index).marks();
        if (marks.pinned() == pinned) {
            return null;
        }
        var changed = new ArrayList<>(deployments);
        changed.set(
                index,
                deployments.get(index).withMarks(new Marks(marks.booted(), marks.staged(), pinned, marks.rollback())));
        return changed;
    }

    private List<Deployment> without(int index) {
        var fewer = new ArrayList<>(deployments);
        fewer.remove(ProtectedDeployment.dispensable(deployments, index));
        return fewer;
    }

    @Override
    public Update check(boolean preview) {
        if (update == null) {
            return Update.none(deployments.getFirst().source());
        }
        return preview && update.preview() == null
                ? new Update(
                        update.source(), update.commit(), update.signing(), new Preview(PackageDiff.NONE, List.of()))
                : update;
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        return repository.stream()
                .filter(found -> words.stream().allMatch(word -> (found.name() + " " + found.summary()).contains(word)))
                .toList();
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return packages.getOrDefault(deployment, InstalledPackages.NONE);
    }

    @Override
    public Path root(DeploymentId deployment) {
        return Path.of("/ostree/deploy", deployment.stateroot(), "deploy", deployment.directory());
    }
}
