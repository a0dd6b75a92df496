package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A container went away. */
public final class ContainerGone extends Failure.NotFound {
    public ContainerGone(String nameOrId) {
        super("The container '" + nameOrId + "' is gone", "`hearth list` shows those there are.");
    }
}
