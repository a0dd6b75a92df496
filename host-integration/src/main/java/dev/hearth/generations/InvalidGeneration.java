package dev.hearth.generations;

import dev.hearth.core.failure.Failure;

/** A word that is to name a generation cannot be one's number. */
public final class InvalidGeneration extends Failure.Invalid {
    InvalidGeneration(String text) {
        super("'" + text + "' is no generation", "Write @ and its number, such as @3; `hearth history` lists them.");
    }
}
