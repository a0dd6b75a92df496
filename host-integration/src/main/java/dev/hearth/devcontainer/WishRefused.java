package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A project asks for something that only its user can grant, and nobody is there to be asked. */
public final class WishRefused extends Failure.Denied {
    public WishRefused(Wish wish) {
        super(
                "Not on a terminal, so nobody can be asked whether to " + Printable.line(wish.question()),
                "`--yes` is no answer to that. Allow it beforehand: `--allow=%s`."
                        .formatted(Printable.line(wish.key())));
    }
}
