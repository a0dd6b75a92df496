package dev.hearth.ide.terminal;

import dev.hearth.core.failure.Failure;

/** Which terminal is meant cannot be told. */
public final class UnknownTerminal extends Failure.Invalid {
    private UnknownTerminal(String message) {
        super(message, "Name it with `--for`: " + String.join(", ", TerminalName.words()) + ".");
    }

    static UnknownTerminal named(String word) {
        return new UnknownTerminal("There is no terminal '" + word + "' that hearth knows");
    }

    static UnknownTerminal here() {
        return new UnknownTerminal("Which terminal this is cannot be told");
    }
}
