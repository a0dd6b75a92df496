package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** A command line does not say what is meant. */
final class NothingNamed extends Failure.Invalid {
    NothingNamed(String what, String hint) {
        super("It is not clear which " + what + " are meant", hint);
    }
}
