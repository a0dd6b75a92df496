package dev.hearth.cli.generations;

import dev.hearth.core.failure.Failure;

/** Words for a generation are no line of text. */
final class InvalidLabel extends Failure.Invalid {
    InvalidLabel(int longest) {
        super("A label is one line of up to " + longest + " characters that can be printed", "Write a shorter one.");
    }
}
