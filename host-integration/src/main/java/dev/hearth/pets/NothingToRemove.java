package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** A pet is to have something no longer that it does not have. */
public final class NothingToRemove extends Failure.NotFound {
    NothingToRemove(String kind, String name) {
        super("The pet has no %s '%s'".formatted(kind, name), "`hearth show` tells what it has.");
    }
}
