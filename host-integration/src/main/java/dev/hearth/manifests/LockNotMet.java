package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.generations.PackageChange;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A pet cannot be, or is not, what a lock file says. */
public final class LockNotMet extends Failure.Conflict {
    private static final int NAMED = 3;
    private static final String MISSING = "missing";

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

    static LockNotMet packages(PetName pet, List<PackageChange> differing) {
        var named = differing.stream().limit(NAMED).map(LockNotMet::text).collect(Collectors.joining(", "));
        var more = differing.size() > NAMED ? " and %d more".formatted(differing.size() - NAMED) : "";
        return new LockNotMet(
                "Packages of '%s' are not those of the lock file: %s%s".formatted(pet, named, more),
                "Carry the pet over with `hearth export-pet` to have the very same.");
    }

    private static String text(PackageChange change) {
        return Printable.line("%s is %s instead of %s"
                .formatted(
                        change.name(),
                        Objects.requireNonNullElse(change.after(), MISSING),
                        Objects.requireNonNullElse(change.before(), MISSING)));
    }
}
