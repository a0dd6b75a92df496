package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** The engine, or a file it reads, is for the administrator alone. */
public final class PrivilegesMissing extends Failure.Denied {
    public PrivilegesMissing(String what) {
        super("Only the administrator may " + what, "Run hearth as root, such as with sudo.");
    }
}
