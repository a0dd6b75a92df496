package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** A pet has no program of the name. */
public final class ProgramNotFound extends Failure.NotFound {
    ProgramNotFound(PetName pet, String name) {
        super("There is no program '" + name + "' in '" + pet + "'", "Install it there, or write its whole path.");
    }
}
