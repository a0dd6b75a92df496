package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.Change.Configuration;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Assembler.Assembled;
import dev.hearth.os.ostree.Course.Base;
import dev.hearth.os.ostree.Transactions.Progress;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.program.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Changes that lead to a new deployment: get the base, assemble what is asked on it, bring it to where it boots next. */
final class Makeover {
    private final Sysroot sysroot;
    private final Deployments deployments;
    private final Transactions transactions;
    private final Bases bases;
    private final PackageFiles files;
    private final Assembler assembler;
    private final Rollout rollout;
    private final PackageDatabase database;

    Makeover(
            Sysroot sysroot,
            Deployments deployments,
            Transactions transactions,
            Bases bases,
            PackageFiles files,
            Assembler assembler,
            Rollout rollout,
            PackageDatabase database) {
        this.sysroot = sysroot;
        this.deployments = deployments;
        this.transactions = transactions;
        this.bases = bases;
        this.files = files;
        this.assembler = assembler;
        this.rollout = rollout;
        this.database = database;
    }

    /** {@return the same, without looking first at what is to boot} */
    Makeover withoutChecks() {
        return new Makeover(
                sysroot,
                deployments,
                transactions,
                bases,
                files,
                assembler,
                rollout.with(Rollout.Checks.NONE),
                database);
    }

    List<Step> plan(Change change) {
        if (change instanceof Change.Rollback(var etc)) {
            return MakeoverSteps.again(BootChanges.rollbackTarget(deployments.list()), etc, rollout.checks());
        }
        var present = OstreeEngine.presentIn(deployments.list());
        var course = course(change, present);
        if (isAsPresent(course, present)) {
            return List.of(new Step("Leave the base as it is: it is as asked already"));
        }
        boolean assembles = assembles(course, present);
        var steps = new ArrayList<>(fetching(change, course));
        if (assembles) {
            steps.addAll(layerSteps(course, present, change));
        }
        steps.addAll(MakeoverSteps.rollout(course, assembles, present, rollout.checks()));
        return List.copyOf(steps);
    }

    private static List<Step> fetching(Change change, Course course) {
        var steps = new ArrayList<>(MakeoverSteps.fetching(course));
        if (Terms.of(change).newerFiles()) {
            steps.addAll(UpdatedFiles.steps(course.origin()));
        }
        return steps;
    }

    /** Whether packages of the base's are concerned, or those that are layered now. */
    private boolean assembles(Course course, Deployment present) {
        boolean changesLayers =
                course.origin().isLayered() || (course.base() instanceof Base.Present && present.base() != null);
        return changesLayers && !isAssembled(course, present);
    }

    /** The package files are kept just as long as they are looked at. */
    private List<Step> layerSteps(Course course, Deployment present, Change change) {
        return transactions.prepare("work out what layering takes", () -> {
            keepFiles(change);
            try {
                return assembler.plan(order(present.origin().checksum(), course, present, change));
            } finally {
                sweepFiles();
            }
        });
    }

    Outcome carryOut(Change change, Consumer<OsEvent> events) {
        return transactions.run(ChangeTitle.of(change), events, progress -> make(change, progress, events));
    }

    private Outcome make(Change change, Progress progress, Consumer<OsEvent> events) {
        if (change instanceof Change.Rollback(var etc)) {
            return rollBack(change, etc, progress, events);
        }
        var present = OstreeEngine.presentIn(deployments.list());
        var asked = course(change, present);
        if (isAsPresent(asked, present)) {
            return Comparison.unchanged(change);
        }
        progress.enter(Stage.DOWNLOAD);
        keepFiles(change);
        MakeoverSteps.begin(fetching(change, asked), events);
        var base = bases.obtain(asked, present, events);
        if (change instanceof Change.Upgrade upgrade && upgrade.downloadOnly()) {
            return Outcome.changed(null, done(change));
        }
        var course = Terms.of(change).newerFiles() ? withNewerFiles(asked, base, present, events) : asked;
        var assembled = isAssembled(course, present)
                ? new Assembled(present.id().checksum(), List.of())
                : assembled(order(base, course, present, change), progress, events);
        if (isSame(assembled, course, present)) {
            return new Outcome(
                    false,
                    null,
                    PackageDiff.NONE,
                    assembled.setAside(),
                    Comparison.unchanged(change).sentence());
        }
        var target = new Rollout.Target(
                present.id().stateroot(), assembled.checksum(), course.origin(), course.kernelArguments(), true);
        MakeoverSteps.begin(
                MakeoverSteps.rollout(course, assembles(course, present), present, rollout.checks()), events);
        var made = rollout.to(target, progress, events);
        sweepFiles();
        return new Outcome(true, made, difference(present.id(), made), assembled.setAside(), done(change));
    }

    /** All engines say the same of the same. */
    private String done(Change change) {
        return Comparison.done(change, deployments.list().stream().findFirst());
    }

    private Course withNewerFiles(Course course, String base, Deployment present, Consumer<OsEvent> events) {
        return new Course(
                assembler.updated(course.origin(), base, Rollout.configurationOf(deployments.list(), present), events),
                course.base(),
                course.kernelArguments());
    }

    /** Deploys the older commit anew, so that the older deployment itself, with its configuration, stays what it was. */
    private Outcome rollBack(Change change, Configuration etc, Progress progress, Consumer<OsEvent> events) {
        var present = deployments.list();
        var older = BootChanges.rollbackTarget(present);
        var target = new Rollout.Target(
                older.id().stateroot(),
                older.id().checksum(),
                origin(older),
                older.kernelArguments(),
                etc == Configuration.MERGED);
        MakeoverSteps.begin(MakeoverSteps.again(older, etc, rollout.checks()), events);
        var made = rollout.to(target, progress, events);
        return new Outcome(true, made, difference(present.getFirst().id(), made), List.of(), done(change));
    }

    private void sweepFiles() {
        files.sweep(deployments.list().stream().map(this::origin).toList());
    }

    private void keepFiles(Change change) {
        switch (change) {
            case Change.Packages packages -> packages.files().forEach(files::keep);
            case Change.Overrides overrides -> overrides.replace().forEach(files::keep);
            default -> {}
        }
    }

    private Course course(Change change, Deployment present) {
        return new Courses(present, origin(present), files::inspect)
                .of(change)
                .orElseThrow(() -> new IllegalArgumentException("makes no deployment: " + change));
    }

    private Origin origin(Deployment deployment) {
        return Origin.read(sysroot.originFile(deployment.id()));
    }

    private boolean isAsPresent(Course course, Deployment present) {
        return isAssembled(course, present)
                && (course.kernelArguments() == null || course.kernelArguments().equals(present.kernelArguments()));
    }

    /** Whether what is asked is what the present deployment was made of, as where only kernel arguments change. */
    private boolean isAssembled(Course course, Deployment present) {
        return course.base() instanceof Base.Present
                && course.origin().equals(origin(present).carriedOver());
    }

    private Assembler.Order order(String base, Course course, Deployment present, Change change) {
        var terms = Terms.of(change);
        return new Assembler.Order(
                base,
                course.origin(),
                present.id(),
                Rollout.configurationOf(deployments.list(), present),
                asked(course, present, change),
                terms.cacheOnly(),
                terms.strict());
    }

    /** An upgrade asks for nothing, although it may come with newer files. */
    private Set<String> asked(Course course, Deployment present, Change change) {
        return change instanceof Change.Upgrade ? Set.of() : Requests.added(origin(present), course.origin());
    }

    private Assembled assembled(Assembler.Order order, Progress progress, Consumer<OsEvent> events) {
        return order.origin().isLayered()
                ? assembler.assemble(order, progress, events)
                : new Assembled(order.base(), List.of());
    }

    private boolean isSame(Assembled assembled, Course course, Deployment present) {
        return assembled.checksum().equals(present.id().checksum())
                && course.origin().equals(origin(present).carriedOver())
                && course.kernelArguments() == null;
    }

    private PackageDiff difference(DeploymentId from, DeploymentId to) {
        return PackageDiff.between(read(from), read(to));
    }

    private InstalledPackages read(DeploymentId id) {
        return database.read(sysroot.deployment(id));
    }
}
