package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** Nothing is known of an upgrade of everything. */
public final class UpgradeNotFound extends Failure.NotFound {
    UpgradeNotFound(UpgradeId id) {
        super(
                "You made no upgrade '" + id + "'",
                "`hearth os history` and `hearth history PET` show the ids of yours;"
                        + " `hearth os rollback` and `hearth rollback PET` return each by itself.");
    }
}
