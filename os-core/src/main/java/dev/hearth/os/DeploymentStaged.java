package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** What was asked for cannot be done to a deployment that is only written out at shutdown. */
public final class DeploymentStaged extends Failure.Conflict {
    public DeploymentStaged(String what, String hint) {
        super("A staged deployment waits for the next boot, so that " + what, hint);
    }

    /** {@return that it cannot be kept whatever is cleaned up} */
    public static DeploymentStaged unpinnable() {
        return new DeploymentStaged("it cannot be pinned yet", "Pin it after the reboot.");
    }
}
