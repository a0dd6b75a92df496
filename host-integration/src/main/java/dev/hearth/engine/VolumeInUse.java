package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A volume is still needed by a container. */
public final class VolumeInUse extends Failure.Conflict {
    public VolumeInUse(String volume) {
        super("The volume '" + volume + "' is in use", "Remove the container that has it first.");
    }
}
