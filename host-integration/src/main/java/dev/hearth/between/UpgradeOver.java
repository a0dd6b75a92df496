package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** An upgrade of everything cannot be undone twice. */
public final class UpgradeOver extends Failure.Conflict {
    UpgradeOver(UpgradeId id) {
        super(
                "'" + id + "' was undone already",
                "`hearth os history` and `hearth history PET` show what was done since.");
    }
}
