package dev.hearth.commands;

import dev.hearth.core.failure.Failure;

/** A word is not the name of a program. */
public final class InvalidCommandName extends Failure.Invalid {
    InvalidCommandName(String text) {
        super(
                "'" + text + "' is not the name of a program",
                "It is what is typed, such as 'gdb' or 'g++': letters, digits and '._+-', and no path.");
    }
}
