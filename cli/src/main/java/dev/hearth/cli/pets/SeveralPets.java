package dev.hearth.cli.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.stream.Collectors;

/** A pet is needed, several are there, and nothing says which. */
final class SeveralPets extends Failure.Invalid {
    SeveralPets(List<PetName> names) {
        super(
                "There are several pets, and none is the default: "
                        + names.stream().map(PetName::value).collect(Collectors.joining(", ")),
                "Name one, or make one the default with `hearth default NAME`.");
    }
}
