package dev.hearth.ide.toolchain;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** A pet has nothing that a toolchain could be made of. */
public final class NoTools extends Failure.NotFound {
    public NoTools(PetName pet) {
        super(
                "The pet '%s' has no compiler, debugger or interpreter that hearth knows".formatted(pet),
                "Install what you need there, as with `hearth install -c %s gcc g++ gdb cmake`.".formatted(pet));
    }
}
