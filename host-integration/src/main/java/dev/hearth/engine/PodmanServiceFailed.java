package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** Podman's service was started and does not answer. */
public final class PodmanServiceFailed extends Failure.Unavailable {
    public PodmanServiceFailed(Path log) {
        super("Podman's service was started but does not answer", "Read '" + log + "'; `hearth setup` may repair it.");
    }
}
