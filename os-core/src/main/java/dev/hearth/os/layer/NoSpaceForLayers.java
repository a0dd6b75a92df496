package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** There is no space left for packages. */
public final class NoSpaceForLayers extends Failure.Unavailable {
    NoSpaceForLayers(String reason) {
        super("There is no space left for layering packages: " + reason, "Free some, and try again.");
    }
}
