package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** A pet does not have a file that it was to take along. */
public final class OwnFileMissing extends Failure.NotFound {
    OwnFileMissing(PetName name, List<String> paths) {
        super("The pet '%s' has no '%s'".formatted(name, String.join("', '", paths)), "Nothing was changed.");
    }
}
