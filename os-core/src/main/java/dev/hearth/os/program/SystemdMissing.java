package dev.hearth.os.program;

import dev.hearth.core.failure.Failure;

/** Something is to happen by itself where no systemd is that would do it. */
public final class SystemdMissing extends Failure.Unavailable {
    SystemdMissing(String what, String hint) {
        super("This host has no systemd, which would " + what, hint);
    }
}
