package dev.hearth.between;

import dev.hearth.core.failure.Failure;

/** A move was undone already. */
public final class MoveOver extends Failure.Conflict {
    MoveOver(MoveId id) {
        super("'" + id + "' was undone already", null);
    }
}
