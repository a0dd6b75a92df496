package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A container does not run. */
public final class ContainerNotRunning extends Failure.Conflict {
    public ContainerNotRunning(String nameOrId) {
        super("The container '" + nameOrId + "' does not run", "`hearth start` starts it.");
    }
}
