package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** None of the deployments is what runs. */
public final class NotBooted extends Failure.Conflict {
    public NotBooted() {
        super("What runs is none of these deployments", "Boot one of them first; `hearth os status` shows them.");
    }
}
