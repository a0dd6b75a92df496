package dev.hearth.os.gpg;

import dev.hearth.core.failure.Failure;

/** GnuPG is not installed, which signs. */
public final class GpgMissing extends Failure.Unavailable {
    GpgMissing() {
        super("There is no 'gpg' here, which signs", "Install GnuPG with your distribution.");
    }
}
