package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.PetName;

/** A pet cannot be, or is not, what a lock file says. */
public final class LockNotMet extends Failure.Conflict {
    private LockNotMet(String message, String hint) {
        super(message, hint);
    }

    static LockNotMet unknown(PetName pet) {
        return new LockNotMet(
                "The lock file does not say what '%s' consists of".formatted(pet),
                "Write it anew where the pet is, with `hearth freeze`.");
    }

    static LockNotMet image(PetName pet, String id) {
        return new LockNotMet(
                "The image of '%s' was made on another machine, and is not here (%s)"
                        .formatted(pet, Printable.line(id)),
                "Carry the pet over with `hearth export-pet`, or apply without `--locked`, which makes it anew.");
    }

    static LockNotMet packages(PetName pet, int differing) {
        return new LockNotMet(
                "Packages of '%s' are not those of the lock file: %d differ".formatted(pet, differing),
                "Carry the pet over with `hearth export-pet` to have the very same.");
    }
}
