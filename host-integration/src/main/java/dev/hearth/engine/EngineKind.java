package dev.hearth.engine;

import java.util.Locale;

/** The container engines that hearth knows. */
public enum EngineKind {
    DOCKER,
    PODMAN;

    /** {@return the name as users write it, which is also the name of the engine's program} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name as sentences write it} */
    public String title() {
        return this == DOCKER ? "Docker" : "Podman";
    }
}
