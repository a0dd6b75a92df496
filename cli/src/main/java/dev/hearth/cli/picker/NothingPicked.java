package dev.hearth.cli.picker;

import dev.hearth.core.failure.Failure;

/** Somebody was to choose a pet, and did not. */
final class NothingPicked extends Failure.Cancelled {
    NothingPicked() {
        super("No pet was chosen", null);
    }
}
