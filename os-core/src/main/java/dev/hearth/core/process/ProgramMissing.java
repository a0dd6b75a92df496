package dev.hearth.core.process;

import dev.hearth.core.failure.Failure;

/** A program that hearth needs is not installed. */
public final class ProgramMissing extends Failure.Unavailable {
    public ProgramMissing(String program) {
        super("The program '" + program + "' is not installed", "Install it with the system's package manager.");
    }
}
