package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine reported an error that has no class of its own. */
public final class EngineRefused extends Failure.ToolFailed {
    public EngineRefused(EngineKind kind, String what, String reason) {
        super(kind.title() + " could not " + what + ": " + reason, null);
    }
}
