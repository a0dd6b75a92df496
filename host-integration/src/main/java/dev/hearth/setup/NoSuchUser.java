package dev.hearth.setup;

import dev.hearth.core.failure.Failure;

/** The host has no account of the name. */
public final class NoSuchUser extends Failure.NotFound {
    public NoSuchUser(String name) {
        super("There is no user named '" + name + "' on this host", "`getent passwd` lists those there are.");
    }
}
