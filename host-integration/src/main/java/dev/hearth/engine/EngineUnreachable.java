package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine does not answer on its socket. */
public final class EngineUnreachable extends Failure.Unavailable {
    public EngineUnreachable(EngineKind kind, String socket, String reason) {
        super(
                kind.title() + " does not answer on '" + socket + "': " + reason,
                "`hearth setup` starts an engine, `hearth engine` shows what was looked for.");
    }
}
