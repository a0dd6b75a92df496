package dev.hearth.os.bootc;

import dev.hearth.core.failure.Failure;

/** rpm-ostree has changed the base locally; bootc would lose that, and so refuses. */
public final class LayeredHost extends Failure.Conflict {
    public LayeredHost() {
        super(
                "The base has local changes by rpm-ostree, which bootc would lose",
                "`rpm-ostree reset` undoes them; installing rpm-ostree lets hearth keep them.");
    }
}
