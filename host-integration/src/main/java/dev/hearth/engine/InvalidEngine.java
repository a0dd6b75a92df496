package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** An engine was asked for by a word that names none. */
public final class InvalidEngine extends Failure.Invalid {
    public InvalidEngine(EngineChoice choice) {
        super(
                "'" + Printable.line(choice.value()) + "', from " + choice.source() + ", names no container engine",
                "Write docker, podman, or the address of a socket such as unix:///run/docker.sock.");
    }
}
