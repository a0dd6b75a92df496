package dev.hearth.cli.shell;

import dev.hearth.core.failure.Failure;

/** A line ends within quotes. */
final class UnclosedQuote extends Failure.Invalid {
    UnclosedQuote() {
        super("The line ends within quotes", "A quote that is meant as such needs a backslash before it.");
    }
}
