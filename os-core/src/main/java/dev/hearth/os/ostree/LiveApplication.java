package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.NotBooted;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Outcome;
import dev.hearth.os.Step;
import dev.hearth.os.Unlocked;
import dev.hearth.os.live.LiveAddition;
import dev.hearth.os.live.LiveSystem;
import dev.hearth.os.live.NothingToAdd;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Has what the next deployment has more at once, in what runs. */
final class LiveApplication {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final Deployments deployments;
    private final Transactions transactions;
    private final LiveSystem system;
    private final PackageDatabase database;

    LiveApplication(
            Sysroot sysroot,
            Ostree ostree,
            Deployments deployments,
            Transactions transactions,
            LiveSystem system,
            PackageDatabase database) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.deployments = deployments;
        this.transactions = transactions;
        this.system = system;
        this.database = database;
    }

    /** What runs and what boots next. */
    private record Pair(Deployment running, Deployment next) {}

    List<Step> plan() {
        var pair = pair();
        return steps(pair, addition(pair));
    }

    Outcome carryOut(Change change, Consumer<OsEvent> events) {
        return transactions.run(ChangeTitle.of(change), events, _ -> {
            var pair = pair();
            var addition = addition(pair);
            if (isLocked(pair)) {
                ostree.unlockTransiently();
            }
            events.accept(new OsEvent.Began(system.steps(addition).getFirst()));
            system.add(
                    addition,
                    sysroot.deployment(pair.next().id()),
                    sysroot.extension().resolve("live"),
                    events);
            return new Outcome(
                    true,
                    null,
                    new PackageDiff(addition.packages(), List.of(), List.of(), List.of()),
                    List.of(),
                    sentence(addition));
        });
    }

    private static String sentence(LiveAddition addition) {
        var services = LiveSystem.services(addition);
        return "What the next boot brings more is here now"
                + (services.isEmpty() ? "" : "; not started: " + String.join(", ", services));
    }

    private Pair pair() {
        var present = deployments.list();
        var running = present.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst()
                .orElseThrow(NotBooted::new);
        var next = present.getFirst();
        if (next.id().equals(running.id())) {
            throw new NothingToAdd();
        }
        return new Pair(running, next);
    }

    private LiveAddition addition(Pair pair) {
        return system.addition(
                sysroot.deployment(pair.running().id()),
                sysroot.deployment(pair.next().id()),
                database);
    }

    private List<Step> steps(Pair pair, LiveAddition addition) {
        var steps = new ArrayList<Step>();
        if (isLocked(pair)) {
            steps.add(new Step("Mount a layer over /usr that is gone with the next boot"));
        }
        steps.addAll(system.steps(addition));
        return List.copyOf(steps);
    }

    private static boolean isLocked(Pair pair) {
        return pair.running().unlocked() == Unlocked.NONE;
    }
}
