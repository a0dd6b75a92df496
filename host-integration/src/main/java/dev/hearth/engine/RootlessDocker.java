package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A Docker that runs as an ordinary user was found. */
public final class RootlessDocker extends Failure.Unavailable {
    public RootlessDocker(String socket) {
        super(
                "The Docker at '" + socket + "' is rootless: files that a pet makes in the home would not be yours",
                "Use rootless Podman, which can keep your user id inside a pet, or the system's Docker.");
    }
}
