package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** A word cannot be the name of a user. */
public final class NoSuchUserName extends Failure.Invalid {
    NoSuchUserName(String word) {
        super("'" + word + "' is no name of a user", "Name whose pet it is by `--user=NAME`.");
    }
}
