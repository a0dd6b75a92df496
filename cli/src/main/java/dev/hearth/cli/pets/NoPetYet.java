package dev.hearth.cli.pets;

import dev.hearth.core.failure.Failure;

/** A pet is needed and there is none. */
final class NoPetYet extends Failure.NotFound {
    NoPetYet() {
        super("There is no pet yet", "`hearth create` makes one, `hearth --yes enter` makes and enters one.");
    }
}
