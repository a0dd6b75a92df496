package dev.hearth.os.health;

import dev.hearth.core.failure.Failure;

/** A boot is to be judged of what this machine did not boot. */
public final class NothingBooted extends Failure.Conflict {
    NothingBooted() {
        super("This machine did not boot any deployment of this base", "Its health shows when it is booted.");
    }
}
