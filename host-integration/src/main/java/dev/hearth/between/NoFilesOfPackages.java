package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.packages.PackageManager;
import dev.hearth.pets.PetName;

/** The packages of a pet are not of a kind that bases are made of. */
public final class NoFilesOfPackages extends Failure.Conflict {
    NoFilesOfPackages(PetName pet, PackageManager manager) {
        super(
                "The packages of the pet '%s' are %s's, which no base can have".formatted(pet, manager.program()),
                "A pet with apt or dnf, of the base's own release, has packages that it can.");
    }
}
