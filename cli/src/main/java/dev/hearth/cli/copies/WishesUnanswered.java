package dev.hearth.cli.copies;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A pet from elsewhere would have something of this host, and nobody is there to be asked. */
final class WishesUnanswered extends Failure.Denied {
    WishesUnanswered(Path file, int wishes) {
        super(
                "The pet in '%s' would have %d things of this host, and nobody can be asked about them"
                        .formatted(Printable.line(file.toString()), wishes),
                "Import it at a terminal, or without any of them by `--plain`.");
    }
}
