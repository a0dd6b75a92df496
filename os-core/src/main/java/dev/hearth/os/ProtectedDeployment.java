package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** A deployment that must not be dropped. */
public final class ProtectedDeployment extends Failure.Conflict {
    private ProtectedDeployment(String message, String hint) {
        super(message, hint);
    }

    /**
     * {@return the deployment with this index, which may be dropped}
     *
     * @throws NoSuchDeployment when there are not so many
     * @throws ProtectedDeployment when it runs, is pinned, or is the last
     */
    public static Deployment dispensable(List<Deployment> deployments, int index) {
        var deployment = NoSuchDeployment.at(deployments, index);
        if (deployment.marks().booted()) {
            throw booted(index);
        }
        if (deployment.marks().pinned()) {
            throw pinned(index);
        }
        if (deployments.size() == 1) {
            throw last(index);
        }
        return deployment;
    }

    private static ProtectedDeployment booted(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is what runs now",
                "Boot another one first; `hearth os rollback` chooses it.");
    }

    private static ProtectedDeployment pinned(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is pinned", "`hearth os unpin " + index + "` lets go of it.");
    }

    private static ProtectedDeployment last(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is the only one: without it the machine would not boot",
                "Make another one first, such as with `hearth os upgrade`.");
    }
}
