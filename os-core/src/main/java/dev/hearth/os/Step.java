package dev.hearth.os;

import dev.hearth.core.process.Command;

/**
 * A part of what a change takes, for people to read before it is done.
 *
 * @param text a sentence without its period, imperative: {@code Download 3 packages (1.2 MB)}
 */
public record Step(String text) {

    /** {@return that a program is run, with its whole command line} */
    public static Step running(Command command) {
        return new Step("Run `" + command + "`");
    }
}
