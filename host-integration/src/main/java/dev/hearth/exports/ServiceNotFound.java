package dev.hearth.exports;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;

/** A pet has no unit of the name. */
public final class ServiceNotFound extends Failure.NotFound {
    ServiceNotFound(PetName pet, String unit) {
        super(
                "There is no unit '" + unit + "' in '" + pet + "'",
                "`hearth run -c " + pet + " ls /usr/lib/systemd/user /usr/lib/systemd/system` shows those there are.");
    }
}
