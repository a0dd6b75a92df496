package dev.hearth.os.bootc;

import dev.hearth.core.failure.Failure;

/** The disk that the base lies on cannot be written to. */
public final class ReadOnlyHost extends Failure.Conflict {
    public ReadOnlyHost() {
        super("The base lies on a disk that cannot be written to", "Install the system on one that can be.");
    }
}
