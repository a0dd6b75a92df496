package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** The disk is full where an engine keeps its containers. */
public final class EngineDiskFull extends Failure.Unavailable {
    public EngineDiskFull(EngineKind kind, String storage) {
        super(
                "There is no space left where " + kind.title() + " keeps containers, in '" + storage + "'",
                "Make room there; `hearth image rm` and `hearth rm` help.");
    }
}
