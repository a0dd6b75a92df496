package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.DeploymentStaged;
import dev.hearth.os.NoSuchDeployment;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Transactions.Progress;
import dev.hearth.os.program.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Changes that make no new deployment: the order they boot in, which are kept, and the marks they have. */
final class Reordering {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final Deployments deployments;
    private final BootOrder bootOrder;
    private final Transactions transactions;
    private final StagedNote note;

    Reordering(
            Sysroot sysroot,
            Ostree ostree,
            Deployments deployments,
            BootOrder bootOrder,
            Transactions transactions,
            StagedNote note) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.deployments = deployments;
        this.bootOrder = bootOrder;
        this.transactions = transactions;
        this.note = note;
    }

    List<Step> plan(Change change) {
        return steps(change, deployments.list());
    }

    Outcome carryOut(Change change, Consumer<OsEvent> events) {
        return transactions.run(ChangeTitle.of(change), events, progress -> make(change, progress, events));
    }

    private Outcome make(Change change, Progress progress, Consumer<OsEvent> events) {
        var present = deployments.list();
        steps(change, present).forEach(step -> events.accept(new OsEvent.Began(step)));
        return switch (change) {
            case Change.Pin(var index, var pinned) -> pin(change, present, index, pinned);
            case Change.Unlock(var hotfix) -> unlock(change, hotfix);
            case Change.Rollback _ -> arrange(change, present, BootChanges.rollback(present), progress, events);
            case Change.Undeploy(var index) ->
                arrange(change, present, BootChanges.without(present, index), progress, events);
            case Change.Cleanup(var what) -> cleanUp(change, present, what, progress, events);
            default -> throw new IllegalArgumentException("makes a deployment: " + change);
        };
    }

    private static List<Step> steps(Change change, List<Deployment> present) {
        return switch (change) {
            case Change.Pin(var index, var pinned) ->
                List.of(new Step((pinned ? "Keep " : "No longer keep ")
                        + title(NoSuchDeployment.at(present, index))
                        + " whatever is cleaned up"));
            case Change.Unlock(var hotfix) ->
                List.of(new Step(
                        "Make /usr writable " + (hotfix ? "for as long as it is deployed" : "until the next boot")));
            case Change.Rollback _ -> rollbackSteps(present);
            case Change.Undeploy(var index) -> dropped(present, BootChanges.without(present, index));
            case Change.Cleanup(var what) -> cleanUpSteps(present, BootChanges.cleanedUp(present, what));
            default -> throw new IllegalArgumentException("makes a deployment: " + change);
        };
    }

    private static List<Step> rollbackSteps(List<Deployment> present) {
        var steps = new ArrayList<Step>();
        steps.add(new Step("Boot " + title(BootChanges.rollbackTarget(present)) + " next, with its configuration"));
        steps.addAll(dropped(present, BootChanges.rollback(present)));
        return List.copyOf(steps);
    }

    private static List<Step> cleanUpSteps(List<Deployment> present, List<DeploymentId> kept) {
        var steps = new ArrayList<>(dropped(present, kept));
        steps.add(new Step("Remove what no deployment needs"));
        return List.copyOf(steps);
    }

    private static List<Step> dropped(List<Deployment> present, List<DeploymentId> kept) {
        return present.stream()
                .filter(deployment -> !kept.contains(deployment.id()))
                .map(deployment -> new Step("Drop " + title(deployment)))
                .toList();
    }

    private static String title(Deployment deployment) {
        var version = deployment.commit().version();
        return "deployment " + deployment.id().abbreviated() + (version == null ? "" : " (" + version + ")");
    }

    private Outcome pin(Change change, List<Deployment> present, int index, boolean pinned) {
        var deployment = NoSuchDeployment.at(present, index);
        if (deployment.marks().pinned() == pinned) {
            return Comparison.unchanged(change);
        }
        if (deployment.marks().staged()) {
            throw DeploymentStaged.unpinnable();
        }
        ostree.pin(index, pinned);
        return Outcome.changed(null, done(change));
    }

    private Outcome unlock(Change change, boolean hotfix) {
        ostree.unlock(hotfix);
        return Outcome.changed(null, done(change));
    }

    private Outcome cleanUp(
            Change change,
            List<Deployment> present,
            Set<Change.Leftover> what,
            Progress progress,
            Consumer<OsEvent> events) {
        var kept = BootChanges.cleanedUp(present, what);
        int before = present.size();
        if (kept.size() < before) {
            return arrange(change, present, kept, progress, events);
        }
        progress.enter(Stage.PRUNE);
        prune(events);
        return Outcome.unchanged("No deployment had to go; what none of them needs was removed");
    }

    private Outcome arrange(
            Change change,
            List<Deployment> present,
            List<DeploymentId> order,
            Progress progress,
            Consumer<OsEvent> events) {
        var ids = present.stream().map(Deployment::id).toList();
        if (ids.equals(order)) {
            return Comparison.unchanged(change);
        }
        progress.enter(Stage.ACTIVATE);
        if (present.getFirst().marks().staged() && !order.contains(ids.getFirst())) {
            ostree.unstage();
            note.erase();
        }
        putInOrder(order);
        progress.enter(Stage.PRUNE);
        prune(events);
        var first = order.getFirst();
        return Outcome.changed(first.equals(ids.getFirst()) ? null : first, done(change));
    }

    /** As far as the boot loader knows them, and where they are not so already. */
    private void putInOrder(List<DeploymentId> order) {
        var menu = BootMenu.read(sysroot);
        var items = deployments.items(menu, order);
        if (!items.equals(menu.items())) {
            bootOrder.arrange(menu, items);
        }
    }

    /** All engines say the same of the same. */
    private String done(Change change) {
        return Comparison.done(change, deployments.list().stream().findFirst());
    }

    private void prune(Consumer<OsEvent> events) {
        new Pruning(ostree, deployments).run(events);
    }
}
