package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** A word is no id of an upgrade of everything. */
public final class InvalidUpgradeId extends Failure.Invalid {
    InvalidUpgradeId(String text) {
        super(
                "'" + text + "' is no id of an upgrade of everything",
                "It looks like everything-1a2b3c; `hearth os history` and `hearth history PET` show them.");
    }
}
