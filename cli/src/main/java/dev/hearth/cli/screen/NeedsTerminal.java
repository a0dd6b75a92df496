package dev.hearth.cli.screen;

import dev.hearth.core.failure.Failure;

/** A command is for people at a terminal, and there is none, or not one that can be drawn on. */
public final class NeedsTerminal extends Failure.Invalid {
    /** Says so of a command, and what does the same without a terminal. */
    public NeedsTerminal(String command, String instead) {
        super("`" + command + "` needs a terminal, for its input and its output", instead);
    }
}
