package dev.hearth.ide.terminal;

import dev.hearth.core.failure.Failure;

/** A terminal has no profile of its own yet, and would take a pet's for its default. */
public final class NoProfileYet extends Failure.Conflict {
    NoProfileYet(String terminal) {
        super(
                "There is no profile of " + terminal + " yet, so a pet's would become its default",
                "Open " + terminal + " once, and run this again.");
    }
}
