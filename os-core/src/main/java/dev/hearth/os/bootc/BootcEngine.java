package dev.hearth.os.bootc;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Processes;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEngine;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Step;
import dev.hearth.os.Update;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Actions;
import dev.hearth.os.program.Comparison;
import dev.hearth.os.program.Timer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Leaves the base to bootc: it is a container image, which is followed as a whole and never changed locally. Whether an
 * upgrade may be older or is strict has no meaning here: what the image's name stands for is taken, and has no layers.
 */
public final class BootcEngine implements OsEngine {
    private final Processes processes;
    private final Bootc bootc;
    private final Actions actions;
    private final Translation.BootcTimers timers;
    private final Sysroot sysroot;
    private final PackageDatabase database;

    /**
     * Keeps the base of this host.
     *
     * @param root of the host's file system
     */
    public BootcEngine(Path root, Processes processes) {
        this.processes = processes;
        this.bootc = new Bootc(processes);
        this.actions = new Actions(processes, Bootc::changed);
        this.timers = new Translation.BootcTimers(
                new Timer(processes, "bootc-fetch-apply-updates.timer"),
                new Timer(processes, "rpm-ostreed-automatic.timer"));
        this.sysroot = new Sysroot(root);
        this.database = new PackageDatabase(processes);
    }

    /**
     * {@return what bootc says of this host}
     *
     * @throws dev.hearth.os.PrivilegesMissing when the user is not the administrator
     */
    public BootcStatus host() {
        return BootcStatus.parse(bootc.status());
    }

    @Override
    public String name() {
        return Bootc.NAME;
    }

    @Override
    public OsStatus status() {
        return status(host());
    }

    private OsStatus status(BootcStatus host) {
        return host.with(timers.own().isEnabled() ? AutomaticUpdates.APPLY : AutomaticUpdates.NONE);
    }

    @Override
    public List<Step> plan(Change change) {
        return actions(change, host()).stream().map(Action::step).toList();
    }

    @Override
    public Outcome carryOut(Change change, Consumer<OsEvent> events) {
        var host = host();
        var before = status(host);
        if (!actions.perform(actions(change, host), events)) {
            return Comparison.unchanged(change);
        }
        var comparison = new Comparison(before, status());
        return comparison.outcome(change, difference(comparison, events));
    }

    /** bootc itself knows nothing of packages; of two trees that both lie there, their databases tell. */
    private PackageDiff difference(Comparison comparison, Consumer<OsEvent> events) {
        var ids = comparison.deployments();
        if (ids.isEmpty()) {
            return PackageDiff.NONE;
        }
        try {
            return PackageDiff.between(
                    packages(ids.get().from()), packages(ids.get().to()));
        } catch (NotOffered _) {
            return PackageDiff.NONE;
        } catch (Failure e) {
            // The change is made all the same.
            events.accept(new OsEvent.Warned("The packages cannot be compared: " + e.message()));
            return PackageDiff.NONE;
        }
    }

    private List<Action> actions(Change change, BootcStatus host) {
        boolean rpmOstree = processes.locate("rpm-ostree").isPresent();
        return new Translation(host, timers, rpmOstree).actions(change);
    }

    /** bootc compares manifests, not packages: there is no preview. */
    @Override
    public Update check(boolean preview) {
        var said = bootc.check();
        var host = host();
        var source =
                host.deployments().stream().findFirst().map(Deployment::source).orElse(new Source.None());
        if (said.lines().anyMatch(line -> line.startsWith("No changes in"))) {
            return Update.none(source);
        }
        return host.update() == null ? said(said, source) : host.update();
    }

    /** Without ostree below, bootc has nowhere to remember what it found, and only says it. */
    private static Update said(String text, Source source) {
        if (text.isBlank() || text.startsWith("Update already staged")) {
            return Update.none(source);
        }
        var digest = value(text, "Digest:");
        var version = value(text, "Version:");
        return new Update(
                source,
                new Commit(digest.substring(digest.indexOf(':') + 1), version.isEmpty() ? null : version, null),
                Signing.NOT_REQUIRED,
                null);
    }

    private static String value(String text, String key) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public List<FoundPackage> search(List<String> words) {
        throw new NotOffered(
                Bootc.NAME,
                "layer packages, and so has none to search",
                "`hearth run -c PET dnf search " + String.join(" ", words) + "` searches what a pet can have.");
    }

    @Override
    public InstalledPackages packages(DeploymentId deployment) {
        return database.read(root(deployment));
    }

    @Override
    public Path root(DeploymentId deployment) {
        var host = host();
        if (!host.usesComposefs()) {
            return sysroot.deployment(deployment);
        }
        boolean runs = host.deployments().stream()
                .anyMatch(there -> there.marks().booted() && there.id().equals(deployment));
        if (!runs) {
            throw new NotOffered(
                    Bootc.NAME,
                    "show the files of a deployment that does not run, on a host without ostree",
                    "Boot it to see them.");
        }
        return sysroot.root();
    }
}
