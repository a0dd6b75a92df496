package dev.hearth.os.tryout;

import dev.hearth.core.failure.Failure;

/** The next boot brings nothing that does not run already. */
public final class NothingToTry extends Failure.Conflict {
    NothingToTry() {
        super("Nothing waits for the next boot", "`hearth os upgrade` brings something newer, if there is any.");
    }
}
