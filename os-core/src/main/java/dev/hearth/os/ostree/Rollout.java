package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Ostree.NewDeployment;
import dev.hearth.os.ostree.Transactions.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a commit to where it boots next.
 *
 * <p>What runs has it staged: libostree takes the configuration over, and puts it first, when the machine shuts down, so that
 * nothing is lost that is changed until then. It is looked at before, in a copy.
 *
 * <p>Where nothing runs, as in a sysroot in a directory, it is deployed last in the boot order, where nothing boots it by
 * default; its configuration is merged; then one change of the boot order puts it first and drops what need not be kept.
 *
 * <p>That is the moment of truth, either way: cut off before it, the old default boots, after it the new one.
 */
final class Rollout {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final Deployments deployments;
    private final BootOrder bootOrder;
    private final Configuration configuration;
    private final Checks checks;
    private final Shutdown shutdown;
    private final StagedNote note;

    Rollout(
            Sysroot sysroot,
            Ostree ostree,
            Deployments deployments,
            BootOrder bootOrder,
            Configuration configuration,
            Checks checks,
            Shutdown shutdown,
            StagedNote note) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.deployments = deployments;
        this.bootOrder = bootOrder;
        this.configuration = configuration;
        this.checks = checks;
        this.shutdown = shutdown;
        this.note = note;
    }

    /** Merges the configuration of one deployment into another that does not boot yet; both are root directories. */
    @FunctionalInterface
    interface Configuration {
        void merge(Path from, Path to, Consumer<OsEvent> events);
    }

    /** What has to hold for a commit to be brought there; a failure leaves everything as it was. */
    interface Checks {
        Checks NONE = new Checks() {
            @Override
            public List<Step> steps() {
                return List.of();
            }

            @Override
            public void beforeDeploying(String checksum, List<Deployment> present) {}

            @Override
            public void beforeBooting(Path present, Path made, Consumer<OsEvent> events) {}
        };

        /** {@return what is looked at, for people} */
        List<Step> steps();

        /** Looks at a commit that is not deployed yet. */
        void beforeDeploying(String checksum, List<Deployment> present);

        /** Looks at a root directory with its configuration, beside that of what is in use now. */
        void beforeBooting(Path present, Path made, Consumer<OsEvent> events);
    }

    /**
     * What is to boot next.
     *
     * @param checksum the commit
     * @param kernelArguments all of them; absent to keep those of the present default
     * @param takesDefaults whether its defaults go into the configuration by lines; else files that were changed locally
     *     come over whole
     */
    record Target(
            String stateroot,
            String checksum,
            Origin origin,
            @Nullable List<String> kernelArguments,
            boolean takesDefaults) {}

    /** {@return the same with other checks} */
    Rollout with(Checks others) {
        return new Rollout(sysroot, ostree, deployments, bootOrder, configuration, others, shutdown, note);
    }

    /** {@return the steps in which it looks at what it brings there} */
    List<Step> checks() {
        return checks.steps();
    }

    /** {@return the deployment that boots next} */
    DeploymentId to(Target target, Progress progress, Consumer<OsEvent> events) {
        var before = deployments.list();
        checks.beforeDeploying(target.checksum(), before);
        var from = mergeSource(before, target.stateroot());
        var made = from != null && from.marks().booted() && shutdown.writesOut()
                ? stage(target, from, before, progress, events)
                : deploy(target, from, before, progress, events);
        progress.enter(Stage.PRUNE);
        new Pruning(ostree, deployments).run(events);
        return made;
    }

    private DeploymentId deploy(
            Target target,
            @Nullable Deployment from,
            List<Deployment> before,
            Progress progress,
            Consumer<OsEvent> events) {
        progress.enter(Stage.DEPLOY);
        ostree.deploy(wanted(target, before));
        var made = made(before);
        progress.enter(Stage.CONFIGURATION);
        if (from != null && target.takesDefaults()) {
            configuration.merge(root(from.id()), root(made), events);
        }
        if (from != null) {
            progress.enter(Stage.CHECK);
            checks.beforeBooting(root(from.id()), root(made), events);
        }
        progress.enter(Stage.ACTIVATE);
        activate(made, kept(before, target.stateroot()));
        return made;
    }

    private DeploymentId stage(
            Target target, Deployment from, List<Deployment> before, Progress progress, Consumer<OsEvent> events) {
        progress.enter(Stage.CHECK);
        tryOut(target, root(from.id()), events);
        progress.enter(Stage.ACTIVATE);
        if (target.takesDefaults()) {
            shutdown.haveFinished(events);
        }
        ostree.stage(wanted(target, before));
        try {
            var made = made(before);
            note.write(new StagedNote.Entry(made, target.takesDefaults()));
            if (target.takesDefaults()) {
                // Told already; and merged once more when the machine shuts down.
                configuration.merge(root(from.id()), root(made), _ -> {});
            }
            return made;
        } catch (RuntimeException e) {
            // What has failed must not come about at the next shutdown.
            ostree.unstage();
            note.erase();
            throw e;
        }
    }

    /** What is staged takes the place of what was staged before, so it has to be in order by then. */
    private void tryOut(Target target, Path from, Consumer<OsEvent> events) {
        var trial = sysroot.extension().resolve(Leftovers.TRIAL);
        DirectoryTree.delete(trial);
        ostree.checkOut(target.checksum(), trial);
        makeDirectory(trial.resolve("etc"));
        configuration.merge(from, trial, target.takesDefaults() ? events : _ -> {});
        checks.beforeBooting(from, trial, events);
        DirectoryTree.delete(trial);
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path root(DeploymentId id) {
        return sysroot.deployment(id);
    }

    private NewDeployment wanted(Target target, List<Deployment> before) {
        var originFile = sysroot.extension().resolve("origin");
        PrivateFiles.write(originFile, target.origin().carriedOver().toString());
        var arguments = target.kernelArguments();
        return new NewDeployment(
                target.stateroot(),
                target.checksum(),
                originFile,
                arguments == null && !before.isEmpty() ? before.getFirst().kernelArguments() : arguments);
    }

    private DeploymentId made(List<Deployment> before) {
        var known = before.stream().map(Deployment::id).toList();
        return deployments.list().stream()
                .map(Deployment::id)
                .filter(id -> !known.contains(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ostree made no deployment"));
    }

    /** The one whose configuration goes over: what runs, else what would boot. */
    static @Nullable Deployment mergeSource(List<Deployment> present, String stateroot) {
        var own = present.stream()
                .filter(deployment -> deployment.id().stateroot().equals(stateroot))
                .toList();
        return own.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst()
                .orElse(own.isEmpty() ? null : own.getFirst());
    }

    /** {@return the deployment whose configuration goes over to what is made from the present one} */
    static DeploymentId configurationOf(List<Deployment> all, Deployment present) {
        var source = mergeSource(all, present.id().stateroot());
        return source == null ? present.id() : source.id();
    }

    /** One to return to, what runs, what is pinned, and what belongs to other systems. */
    private static List<DeploymentId> kept(List<Deployment> before, String stateroot) {
        var source = mergeSource(before, stateroot);
        return before.stream()
                .filter(deployment -> deployment.equals(source)
                        || deployment.marks().booted()
                        || deployment.marks().pinned()
                        || !deployment.id().stateroot().equals(stateroot))
                .map(Deployment::id)
                .toList();
    }

    private void activate(DeploymentId first, List<DeploymentId> others) {
        var order = new ArrayList<DeploymentId>();
        order.add(first);
        order.addAll(others);
        var menu = BootMenu.read(sysroot);
        bootOrder.arrange(menu, deployments.items(menu, order));
    }
}
