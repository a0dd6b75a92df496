package dev.hearth.core.lock;

import dev.hearth.core.failure.Failure;

/** Another hearth command works on the same thing and did not finish in time. */
public final class AlreadyLocked extends Failure.Conflict {
    public AlreadyLocked(String what, String holder) {
        super(
                "Another hearth command (" + holder + ") is working on " + what,
                "Wait for it to finish, then try again.");
    }
}
