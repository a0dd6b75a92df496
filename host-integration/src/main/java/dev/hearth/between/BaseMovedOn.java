package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** The base is not what an upgrade left any more, so that going back would undo something else. */
public final class BaseMovedOn extends Failure.Conflict {
    BaseMovedOn(UpgradeId id) {
        super(
                "The base was changed after '" + id + "', and stays as it is",
                "`hearth os history` shows what was done; `hearth os rollback` and `hearth os deploy` return it.");
    }
}
