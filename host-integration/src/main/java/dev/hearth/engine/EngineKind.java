package dev.hearth.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The container engines that hearth knows. */
public enum EngineKind {
    DOCKER,
    PODMAN;

    /** {@return the name as users write it, which is also the name of the engine's program} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the engine of that name} */
    public static Optional<EngineKind> named(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** {@return the name as sentences write it} */
    public String title() {
        return this == DOCKER ? "Docker" : "Podman";
    }
}
