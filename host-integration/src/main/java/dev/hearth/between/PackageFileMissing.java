package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;
import java.util.List;

/** A package that is installed in a pet cannot be had in that version. */
public final class PackageFileMissing extends Failure.ToolFailed {
    PackageFileMissing(PetName pet, String name, String version, List<String> said) {
        super(
                "The file of %s %s cannot be had in the pet '%s'%s"
                        .formatted(name, version, pet, said.isEmpty() ? "" : ": " + said.getLast()),
                "`hearth upgrade %s` brings the pet to a version that its sources have.".formatted(pet));
    }
}
