package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** There is no older deployment to return to. */
public final class NoRollback extends Failure.Conflict {
    public NoRollback() {
        super(
                "There is no older deployment to return to",
                "`hearth os status` shows those there are; `hearth os deploy VERSION` fetches an older one.");
    }
}
