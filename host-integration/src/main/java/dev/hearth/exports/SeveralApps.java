package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;
import java.util.List;

/** Several apps of a pet could be meant. */
public final class SeveralApps extends Failure.Invalid {
    SeveralApps(PetName pet, String name, List<String> ids) {
        super(
                "Several apps in '" + pet + "' are called '" + name + "': " + String.join(", ", ids),
                "Write one of these ids.");
    }
}
