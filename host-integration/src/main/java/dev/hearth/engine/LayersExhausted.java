package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/** A container's content has been kept so often that its engine can stack no further layer on it. */
public final class LayersExhausted extends Failure.Conflict {
    public LayersExhausted(EngineKind engine, String container) {
        super(
                engine.title() + " can stack no more layers on the image of '" + container + "'",
                "Make them one with `%1$s export %2$s | %1$s import - NAME`, and a new pet with `--image=NAME`."
                        .formatted(engine.word(), container));
    }
}
