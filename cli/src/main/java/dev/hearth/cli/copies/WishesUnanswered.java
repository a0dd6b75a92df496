package dev.hearth.cli.copies;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.PetOrigin;

/** A pet from elsewhere would have something of this host, and nobody is there to be asked. */
final class WishesUnanswered extends Failure.Denied {
    WishesUnanswered(PetOrigin origin, int wishes) {
        super(
                "The pet in %s would have %d things of this host, and nobody can be asked about them"
                        .formatted(Printable.line(origin.text()), wishes),
                "Make it at a terminal, or without any of them by `--plain`.");
    }
}
