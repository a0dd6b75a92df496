package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** A deployment that must not be dropped. */
public final class ProtectedDeployment extends Failure.Conflict {
    private ProtectedDeployment(String message, String hint) {
        super(message, hint);
    }

    public static ProtectedDeployment booted(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is what runs now",
                "Boot another one first; `hearth os rollback` chooses it.");
    }

    public static ProtectedDeployment pinned(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is pinned", "`hearth os unpin " + index + "` lets go of it.");
    }

    public static ProtectedDeployment last(int index) {
        return new ProtectedDeployment(
                "Deployment " + index + " is the only one: without it the machine would not boot",
                "Make another one first, such as with `hearth os upgrade`.");
    }
}
