package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** An engine's API is older than hearth needs. */
public final class EngineTooOld extends Failure.Unavailable {
    public EngineTooOld(EngineKind kind, String has, String needs) {
        super(
                kind.title() + "'s API must be at least version " + needs + ", but is version " + has,
                "Upgrade " + kind.title() + ".");
    }
}
