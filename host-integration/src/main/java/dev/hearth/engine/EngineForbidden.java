package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** The user may not use an engine's socket. */
public final class EngineForbidden extends Failure.Denied {
    public EngineForbidden(EngineKind kind, String socket, String hint) {
        super("You may not use " + kind.title() + "'s socket '" + socket + "'", hint);
    }
}
