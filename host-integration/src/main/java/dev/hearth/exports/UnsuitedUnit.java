package dev.hearth.exports;

import dev.hearth.core.failure.Failure;

/** A service cannot work from outside its pet. */
public final class UnsuitedUnit extends Failure.Invalid {
    UnsuitedUnit(String unit, String reason) {
        super(
                "The service '" + unit + "' cannot be exported: " + reason,
                "Run it with the pet's own systemd: `hearth create --init` makes a pet that has one.");
    }
}
