package dev.hearth.exports;

import dev.hearth.core.failure.Failure;

/** A desktop entry of a pet is not one that can be exported. */
public final class BrokenEntry extends Failure.Invalid {
    BrokenEntry(String app, String reason) {
        super(
                "The desktop entry of '" + app + "' cannot be exported: " + reason,
                "Export its program with `hearth export bin` instead.");
    }
}
