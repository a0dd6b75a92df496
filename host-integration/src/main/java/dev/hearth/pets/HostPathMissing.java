package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A directory of the host that a pet is to see does not exist. */
public final class HostPathMissing extends Failure.NotFound {
    public HostPathMissing(Path path) {
        super(
                "The directory '" + path + "', which the pet is to share, does not exist",
                "Make it first, or choose another with `--home` or `--volume`.");
    }
}
