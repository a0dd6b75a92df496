package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A conflict was to be decided that is none. */
public final class NoConflict extends Failure.NotFound {
    private NoConflict(String message, String hint) {
        super(message, hint);
    }

    public NoConflict(Path path) {
        this("There is no conflict about '/etc/" + path + "'", "`hearth os config-merge` lists those there are.");
    }

    static NoConflict nothingWaits() {
        return new NoConflict(
                "No configuration waits to be merged: what boots next is what runs",
                "`hearth os config-diff` shows how it differs from the defaults.");
    }
}
