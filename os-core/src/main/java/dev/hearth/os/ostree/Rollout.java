package dev.hearth.os.ostree;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Ostree.NewDeployment;
import dev.hearth.os.ostree.Transactions.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a commit to where it boots next.
 *
 * <p>It is deployed last in the boot order, where nothing boots it by default; its configuration is merged; then one
 * change of the boot order puts it first and drops what need not be kept. That change is the moment of truth: cut off
 * before it, the old default boots, after it the new one.
 */
final class Rollout {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final Deployments deployments;
    private final BootOrder bootOrder;
    private final Configuration configuration;
    private final Checks checks;

    Rollout(
            Sysroot sysroot,
            Ostree ostree,
            Deployments deployments,
            BootOrder bootOrder,
            Configuration configuration,
            Checks checks) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.deployments = deployments;
        this.bootOrder = bootOrder;
        this.configuration = configuration;
        this.checks = checks;
    }

    /** Merges the configuration of one deployment into another that does not boot yet. */
    @FunctionalInterface
    interface Configuration {
        void merge(DeploymentId from, DeploymentId to, Consumer<OsEvent> events);
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
            public void beforeBooting(DeploymentId present, DeploymentId made, Consumer<OsEvent> events) {}
        };

        /** {@return what is looked at, for people} */
        List<Step> steps();

        /** Looks at a commit that is not deployed yet. */
        void beforeDeploying(String checksum, List<Deployment> present);

        /** Looks at a deployment that has its configuration and does not boot yet. */
        void beforeBooting(DeploymentId present, DeploymentId made, Consumer<OsEvent> events);
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
        return new Rollout(sysroot, ostree, deployments, bootOrder, configuration, others);
    }

    /** {@return the steps in which it looks at what it brings there} */
    List<Step> checks() {
        return checks.steps();
    }

    /** {@return the deployment that boots next} */
    DeploymentId to(Target target, Progress progress, Consumer<OsEvent> events) {
        var before = deployments.list();
        checks.beforeDeploying(target.checksum(), before);
        progress.enter(Stage.DEPLOY);
        var made = deploy(target, before);
        progress.enter(Stage.CONFIGURATION);
        var from = mergeSource(before, target.stateroot());
        if (from != null && target.takesDefaults()) {
            configuration.merge(from.id(), made, events);
        }
        if (from != null) {
            progress.enter(Stage.CHECK);
            checks.beforeBooting(from.id(), made, events);
        }
        progress.enter(Stage.ACTIVATE);
        activate(made, kept(before, target.stateroot()));
        progress.enter(Stage.PRUNE);
        new Pruning(ostree, deployments).run(events);
        return made;
    }

    private DeploymentId deploy(Target target, List<Deployment> before) {
        var originFile = sysroot.extension().resolve("origin");
        PrivateFiles.write(originFile, target.origin().carriedOver().toString());
        ostree.deploy(new NewDeployment(target.stateroot(), target.checksum(), originFile, target.kernelArguments()));
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
