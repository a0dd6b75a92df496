package dev.hearth.ide.terminal;

import dev.hearth.core.failure.Failure;

/** There is no Windows around this Linux. */
public final class NoWindows extends Failure.Unavailable {
    NoWindows() {
        super("There is no Windows around this Linux, and so no Windows Terminal", "Name another one with `--for`.");
    }
}
