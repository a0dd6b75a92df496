package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine closed the connection in the middle of its answer. */
public final class EngineRestarted extends Failure.Unavailable {
    public EngineRestarted(EngineKind kind, String what) {
        super(kind.title() + " ended the connection while it was to " + what, "It was probably restarted; try again.");
    }
}
