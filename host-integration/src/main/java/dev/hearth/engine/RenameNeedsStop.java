package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine cannot rename a container while it runs, as Docker 20.10 cannot without a network to tell of it. */
public final class RenameNeedsStop extends Failure.Conflict {
    public RenameNeedsStop(EngineKind kind, String container) {
        super(
                kind.title() + " cannot rename '" + container + "' while it runs, as it has no network",
                "Stop it first: `hearth stop " + container + "`.");
    }
}
