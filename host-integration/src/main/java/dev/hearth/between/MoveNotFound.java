package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** Nothing is known of a move. */
public final class MoveNotFound extends Failure.NotFound {
    MoveNotFound(MoveId id) {
        super("You made no move '" + id + "'", "`hearth os history` shows the ids, and who made them.");
    }
}
