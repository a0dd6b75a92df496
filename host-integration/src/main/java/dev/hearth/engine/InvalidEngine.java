package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What was asked for can be no engine. */
public final class InvalidEngine extends Failure.Invalid {
    private InvalidEngine(EngineChoice choice, String reason, String hint) {
        super("'" + Printable.line(choice.value()) + "', from " + choice.source() + ", " + reason, hint);
    }

    static InvalidEngine noName(EngineChoice choice) {
        return new InvalidEngine(
                choice,
                "names no container engine",
                "Write docker, podman, or the address of a socket such as unix:///run/docker.sock.");
    }

    static InvalidEngine noPath(EngineChoice choice) {
        return new InvalidEngine(
                choice,
                "is not the absolute path of a socket",
                "Write unix:// and an absolute path, such as unix:///run/docker.sock.");
    }
}
