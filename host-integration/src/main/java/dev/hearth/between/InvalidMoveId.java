package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** What was written is no id of a move. */
public final class InvalidMoveId extends Failure.Invalid {
    InvalidMoveId(String text) {
        super("'" + text + "' is not the id of a move", "Ids look like demote-1a2b3c; `hearth os history` shows them.");
    }
}
