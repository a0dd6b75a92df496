package dev.hearth.frombase;

import dev.hearth.core.failure.Failure;

/** There is no deployment that a pet could be made of. */
public final class NothingDeployed extends Failure.NotFound {
    public NothingDeployed() {
        super("Nothing is deployed that a pet could be made of", "`hearth os rebase REF` makes the first deployment.");
    }
}
