package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine reported an error that has no class of its own. */
public final class EngineRefused extends Failure.ToolFailed {
    private final String reason;

    public EngineRefused(EngineKind kind, String what, String reason) {
        super(kind.title() + " could not " + what + ": " + reason, null);
        this.reason = reason;
    }

    /** {@return what the engine said} */
    public String reason() {
        return reason;
    }
}
