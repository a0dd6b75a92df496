package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.NoRollback;
import dev.hearth.os.ProtectedDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides about changes that concern only which deployments there are and in which order they boot. */
final class BootChanges {
    private BootChanges() {}

    /**
     * {@return the boot order after a rollback: the older deployment comes first, and what is staged is given up}
     *
     * @throws NoRollback when there is none
     */
    static List<DeploymentId> rollback(List<Deployment> present) {
        var first = rollbackTarget(present);
        var order = new ArrayList<DeploymentId>();
        order.add(first.id());
        present.stream()
                .filter(deployment -> !deployment.marks().staged())
                .map(Deployment::id)
                .filter(id -> !id.equals(first.id()))
                .forEach(order::add);
        return List.copyOf(order);
    }

    /** {@return what a rollback boots: what runs when something else would boot next, else the one before it} */
    static Deployment rollbackTarget(List<Deployment> present) {
        var booted = present.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst();
        if (booted.isPresent() && !booted.get().equals(present.getFirst())) {
            return booted.get();
        }
        return present.stream()
                .filter(deployment -> deployment.marks().rollback())
                .findFirst()
                .orElseThrow(NoRollback::new);
    }

    /**
     * {@return the boot order without one deployment}
     *
     * @throws ProtectedDeployment when it runs, is pinned, or is the last
     */
    static List<DeploymentId> without(List<Deployment> present, int index) {
        var dropped = ProtectedDeployment.dispensable(present, index);
        return present.stream()
                .map(Deployment::id)
                .filter(id -> !id.equals(dropped.id()))
                .toList();
    }

    /** {@return the boot order after a clean-up: protected deployments stay whatever was asked} */
    static List<DeploymentId> cleanedUp(List<Deployment> present, Set<Change.Leftover> what) {
        boolean anyBooted =
                present.stream().anyMatch(deployment -> deployment.marks().booted());
        var kept = new ArrayList<DeploymentId>();
        boolean afterBooted = !anyBooted;
        for (var deployment : present) {
            boolean pending = !afterBooted && !deployment.marks().booted();
            boolean dropped = !deployment.marks().pinned()
                    && ((pending && what.contains(Change.Leftover.PENDING))
                            || (deployment.marks().rollback() && what.contains(Change.Leftover.ROLLBACK)));
            if (!dropped) {
                kept.add(deployment.id());
            }
            afterBooted |= deployment.marks().booted();
        }
        return List.copyOf(kept);
    }
}
