package dev.hearth.homes;

import dev.hearth.core.failure.Failure;

/** The pet's home and its owner's do not differ at a path. */
public final class NothingChangedThere extends Failure.NotFound {
    NothingChangedThere(HomePath path) {
        super(
                "The pet changed nothing at '" + path.text() + "'",
                "Write a path below your home as `hearth home diff` shows it.");
    }
}
