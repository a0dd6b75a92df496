package dev.hearth.os.compose;

import dev.hearth.core.failure.Failure;

/** A program is missing without which no base can be composed here. */
public final class ComposeToolMissing extends Failure.Unavailable {
    ComposeToolMissing(String program) {
        super("There is no '%s' here, which composing needs".formatted(program), "Install it with your distribution.");
    }
}
