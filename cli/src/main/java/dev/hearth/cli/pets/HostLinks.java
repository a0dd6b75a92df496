package dev.hearth.cli.pets;

import dev.hearth.pets.LinkChange;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's commands that a pet has under their own names. */
public final class HostLinks {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final Narrator narrator;

    public HostLinks(Supplier<Pets> pets, PetSelection selection, Narrator narrator) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
    }

    void change(@Nullable PetName pet, LinkChange change) {
        pets.get().inside().change(name(pet), change, narrator);
    }

    /** {@return their names} */
    List<String> list(@Nullable PetName pet) {
        return pets.get().inside().links(name(pet), narrator);
    }

    private PetName name(@Nullable PetName pet) {
        return selection.require(pet).name();
    }
}
