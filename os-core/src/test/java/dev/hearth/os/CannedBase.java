package dev.hearth.os;

import dev.hearth.os.packages.InstalledPackages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A base that is as it was told to be, and remembers what was asked of it. */
public final class CannedBase implements OsEngine {
    public static final Source SOURCE = Source.Branch.parse("fedora:fedora/42/x86_64/silverblue");

    private final Path directory;
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<DeploymentId, InstalledPackages> packages = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<OsEvent> events = new ArrayList<>();
    private final List<FoundPackage> repository = new ArrayList<>();
    private @Nullable String transaction;
    private OsStatus.@Nullable Driver driver;
    private @Nullable Update known;
    private @Nullable Update newest;
    private AutomaticUpdates automatic = AutomaticUpdates.NONE;
    private Outcome outcome = Outcome.unchanged("The base is as asked already");
    private @Nullable RuntimeException trouble;
    private @Nullable String unfinished;
    private boolean merges;
    private boolean unchecked;
    private boolean layering;
    private Runnable meanwhile = () -> {};

    /** Has the deployments' files below a directory. */
    public CannedBase(Path directory) {
        this.directory = directory;
    }

    /** Has something that no shutdown has done. */
    public CannedBase leavesUnfinished(String sentence) {
        unfinished = sentence;
        return this;
    }

    /** Merges the configuration of what is staged itself. */
    public CannedBase mergingAtShutdown() {
        merges = true;
        return this;
    }

    @Override
    public boolean mergesAtShutdown() {
        return merges;
    }

    @Override
    public Optional<String> unfinished() {
        return Optional.ofNullable(unfinished);
    }

    /** {@return a deployment of a commit of one digit, made on that day of November} */
    public static Deployment deployment(String digit, String version, int day) {
        var commit = commit(digit, version, day);
        return Deployment.of(new DeploymentId("fedora", commit.checksum(), 0), SOURCE, commit);
    }

    public static Commit commit(String digit, String version, int day) {
        return new Commit(digit.repeat(64), version, Instant.parse("2026-11-%02dT02:01:44Z".formatted(day)));
    }

    /** Deploys it behind those there are, with these marks: booted, staged, pinned, rollback. */
    public CannedBase with(Deployment deployment, String... marks) {
        var given = List.of(marks);
        deployments.add(deployment.withMarks(new Marks(
                given.contains("booted"),
                given.contains("staged"),
                given.contains("pinned"),
                given.contains("rollback"))));
        return this;
    }

    /** Has booted into another deployment, and keeps no other. */
    public CannedBase rebootedInto(Deployment deployment) {
        deployments.clear();
        return with(deployment, "booted");
    }

    public CannedBase holding(String digit, InstalledPackages content) {
        deployments.stream()
                .map(Deployment::id)
                .filter(id -> id.checksum().startsWith(digit))
                .forEach(id -> packages.put(id, content));
        return this;
    }

    public CannedBase offering(FoundPackage found) {
        repository.add(found);
        return this;
    }

    public CannedBase busyWith(String other) {
        transaction = other;
        return this;
    }

    public CannedBase drivenBy(String name, String unit) {
        driver = new OsStatus.Driver(name, unit);
        return this;
    }

    public CannedBase updating(AutomaticUpdates policy) {
        automatic = policy;
        return this;
    }

    /** Has an update that was found before, and is found when it is asked for. */
    public CannedBase knowing(Update update) {
        known = update;
        newest = update;
        return this;
    }

    /** Answers every change so. */
    public CannedBase answering(Outcome answer, OsEvent... told) {
        outcome = answer;
        events.addAll(List.of(told));
        return this;
    }

    /** Refuses everything with this. */
    public CannedBase failing(RuntimeException failure) {
        trouble = failure;
        return this;
    }

    /** Has changes of packages change what boots next. */
    public CannedBase layering() {
        layering = true;
        return this;
    }

    /** Has this happen in the middle of every change. */
    public CannedBase meanwhile(Runnable happening) {
        meanwhile = happening;
        return this;
    }

    public List<Change> changes() {
        return changes;
    }

    @Override
    public String name() {
        return "ostree";
    }

    @Override
    public OsStatus status() {
        return new OsStatus(name(), deployments, transaction, driver, known, automatic);
    }

    @Override
    public List<Step> plan(Change change) {
        if (trouble != null) {
            throw trouble;
        }
        return List.of(new Step("Fetch the newest version"), new Step("Boot it next"));
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> told) {
        changes.add(change);
        if (trouble != null) {
            throw trouble;
        }
        events.forEach(told);
        meanwhile.run();
        if (layering && change instanceof Change.Packages wanted) {
            layer(wanted);
        }
        return outcome;
    }

    private void layer(Change.Packages wanted) {
        var next = deployments.getFirst();
        var layers = new ArrayList<>(next.layering().layered());
        var local = new ArrayList<>(next.layering().local());
        layers.removeAll(wanted.uninstall());
        local.removeAll(wanted.uninstall());
        layers.addAll(wanted.install());
        wanted.files().forEach(file -> local.add(file.getFileName().toString()));
        var changed = new Layering(layers, List.of(), layers, local, List.of(), List.of());
        deployments.set(0, next.withLayering(next.origin(), changed));
    }

    /** {@return whether it was asked to make changes without checks} */
    public boolean isUnchecked() {
        return unchecked;
    }

    @Override
    public OsEngine withoutChecks() {
        unchecked = true;
        return this;
    }

    @Override
    public Update check(boolean preview) {
        return newest == null ? Update.none(SOURCE) : newest;
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        return repository;
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return packages.getOrDefault(deployment, InstalledPackages.NONE);
    }

    @Override
    public Path root(DeploymentId deployment) {
        return directory.resolve(deployment.checksum().substring(0, 1));
    }
}
