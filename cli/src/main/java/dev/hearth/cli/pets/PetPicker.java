package dev.hearth.cli.pets;

import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.Optional;

/** Has the user choose among several pets, where one is there to be asked. */
@FunctionalInterface
public interface PetPicker {
    /**
     * {@return the one that was chosen; empty when nobody can be asked}
     *
     * @throws dev.hearth.core.failure.Failure.Cancelled when the user chose none
     */
    Optional<PetName> pick(List<Pet> pets);
}
