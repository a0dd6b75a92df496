package dev.hearth.os.compose;

import dev.hearth.core.failure.Failure;

/** The package mirror changed between looking and fetching. */
public final class PackagesMoved extends Failure.Conflict {
    PackagesMoved(String first) {
        super("The mirror has other packages than a moment ago, '%s' among them".formatted(first), "Compose again.");
    }
}
