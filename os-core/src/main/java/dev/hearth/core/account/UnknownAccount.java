package dev.hearth.core.account;

import dev.hearth.core.failure.Failure;

/** The running user has no entry in the account database. */
public final class UnknownAccount extends Failure.Unavailable {
    public UnknownAccount(long uid) {
        super("The user id " + uid + " has no account on this host", "Give it one, or run hearth as a user who has.");
    }
}
